package org.lstm4j.nn.recurrent;

import org.lstm4j.kernels.LstmGates;

/// A cell with fewer than four gates, in the loop over time.
final class FewerGatesCell extends CellRun {

    private final FewerGates weights;
    private final LstmGates gates;

    FewerGatesCell(FewerGates weights, LstmGates gates) {
        this.weights = weights;
        this.gates = gates;
    }

    @Override
    GateWeights weights() {
        return weights;
    }

    @Override
    LstmGates gates(int block) {
        return gates;
    }

    @Override
    void load() {
        weights.load();
    }

    @Override
    void addGradients(RecurrentBuffers buffers) {
        weights.addGradients();
    }
}
