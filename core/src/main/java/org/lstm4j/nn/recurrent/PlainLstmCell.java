package org.lstm4j.nn.recurrent;

import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;

/// The plain LSTM cell, which the kernels compute.
final class PlainLstmCell extends CellRun {

    private final GateWeights weights;
    private final LstmGates gates;

    PlainLstmCell(LstmWeights weights, LstmKernels kernels) {
        this.weights = new LstmGateWeights(weights);
        this.gates = kernels.gates();
    }

    @Override
    GateWeights weights() {
        return weights;
    }

    @Override
    LstmGates gates(int block) {
        return gates;
    }
}
