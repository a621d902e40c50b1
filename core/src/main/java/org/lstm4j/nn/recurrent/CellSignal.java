package org.lstm4j.nn.recurrent;

/// A number that every unit of a recurrent layer has in every step.
///
/// | layer | signals |
/// |---|---|
/// | LSTM | input gate, forget gate, candidate, output gate, cell state, hidden state |
/// | GRU | reset gate, update gate, candidate, hidden state |
/// | simple | hidden state |
public enum CellSignal {
    /// i: how much of the candidate is written to the cell state.
    INPUT_GATE("input gate"),
    /// f: how much of the cell state is kept.
    FORGET_GATE("forget gate"),
    /// r: how much of the state the candidate of a GRU sees.
    RESET_GATE("reset gate"),
    /// z: how much of the state a GRU keeps.
    UPDATE_GATE("update gate"),
    /// g, or n of a GRU: what could be written.
    CANDIDATE("candidate"),
    /// o: how much of the cell state is shown.
    OUTPUT_GATE("output gate"),
    /// c, after zoneout.
    CELL_STATE("cell state"),
    /// h, after projection and zoneout: what the next layer and the next step see.
    HIDDEN_STATE("hidden state");

    private final String label;

    CellSignal(String label) {
        this.label = label;
    }

    /// Its name in words: `forget gate`.
    public String label() {
        return label;
    }

    /// Whether other numbers are multiplied with it, to let them through or not.
    public boolean isGate() {
        return this != CANDIDATE && this != CELL_STATE && this != HIDDEN_STATE;
    }
}
