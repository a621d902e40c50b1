package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Activation;

/// What an LSTM cell computes in a step.
///
/// With layer normalisation (Ba, Kiros and Hinton, Layer Normalization, 2016) it computes, row by row,
///
/// ```
/// a = LN(W x_t; γ_x) + LN(U h_{t−1}; γ_h) + b        each over all 4H numbers, the four gates together
/// c_t = f·c_{t−1} + i·g
/// h_t = o·tanh(LN(c_t; γ_c) + β_c)                   over all H
/// LN(x; γ) = γ·(x − mean(x)) / √(variance(x) + 10⁻⁵)
/// ```
///
/// where gains γ begin at 1 and the shift β_c at 0 ([LstmNormalizationWeights]). A training step of 256 units takes about 1.5 times as
/// long as without.
///
/// @param projection how many outputs the hidden state is projected to, below the units; 0 for no projection (PyTorch's
///        `proj_size`)
/// @param bias whether there are biases
/// @param peephole whether gates also see the cell state, each unit its own (Gers and Schmidhuber 2000)
/// @param layerNormalization whether sums and cell state are normalised, as above; not together with peepholes
/// @param activation of the candidate g and of the cell state
/// @param recurrentActivation of the gates i, f and o
public record LstmCell(
        int projection, boolean bias, boolean peephole, boolean layerNormalization, Activation activation,
        Activation recurrentActivation) {

    /// With biases, tanh and sigmoid, and nothing else.
    public static final LstmCell PLAIN = new LstmCell(0, true, false, false, Activation.TANH, Activation.SIGMOID);

    public LstmCell {
        RecurrentSpec.requireGateActivation("activation", activation);
        RecurrentSpec.requireGateActivation("recurrent activation", recurrentActivation);
        if (projection < 0) {
            throw new IllegalArgumentException("projection must be 0, for none, or at least 1, but was " + projection);
        }
        if (layerNormalization && peephole) {
            throw new IllegalArgumentException(
                    "layer normalization and peepholes do not go together, but a cell was given "
                            + "both; leave one of them out");
        }
    }

    public LstmCell withProjection(int outputs) {
        return new LstmCell(outputs, bias, peephole, layerNormalization, activation, recurrentActivation);
    }

    public LstmCell withBias(boolean hasBias) {
        return new LstmCell(projection, hasBias, peephole, layerNormalization, activation, recurrentActivation);
    }

    public LstmCell withPeephole(boolean hasPeephole) {
        return new LstmCell(projection, bias, hasPeephole, layerNormalization, activation, recurrentActivation);
    }

    public LstmCell withLayerNormalization(boolean normalizes) {
        return new LstmCell(projection, bias, peephole, normalizes, activation, recurrentActivation);
    }

    public LstmCell withActivation(Activation other) {
        return new LstmCell(projection, bias, peephole, layerNormalization, other, recurrentActivation);
    }

    public LstmCell withRecurrentActivation(Activation other) {
        return new LstmCell(projection, bias, peephole, layerNormalization, activation, other);
    }

    /// Whether the element-wise half of a step is that of the plain cell.
    boolean hasPlainGates() {
        return !peephole && !layerNormalization && hasPlainActivations();
    }

    boolean hasPlainActivations() {
        return activation == Activation.TANH && recurrentActivation == Activation.SIGMOID;
    }
}
