package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Activation;

/// What an LSTM cell computes in a step.
///
/// @param projection how many outputs the hidden state is projected to, below the units; 0 for no projection (PyTorch's
///        `proj_size`)
/// @param bias whether there are biases
/// @param peephole whether gates also see the cell state, each unit its own (Gers and Schmidhuber 2000)
/// @param activation of the candidate g and of the cell state
/// @param recurrentActivation of the gates i, f and o
public record LstmCell(
        int projection, boolean bias, boolean peephole, Activation activation, Activation recurrentActivation) {

    /// With biases, tanh and sigmoid, and nothing else.
    public static final LstmCell PLAIN = new LstmCell(0, true, false, Activation.TANH, Activation.SIGMOID);

    public LstmCell {
        RecurrentSpec.requireGateActivation("activation", activation);
        RecurrentSpec.requireGateActivation("recurrent activation", recurrentActivation);
        if (projection < 0) {
            throw new IllegalArgumentException("projection must be 0, for none, or at least 1, but was " + projection);
        }
    }

    public LstmCell withProjection(int outputs) {
        return new LstmCell(outputs, bias, peephole, activation, recurrentActivation);
    }

    public LstmCell withBias(boolean hasBias) {
        return new LstmCell(projection, hasBias, peephole, activation, recurrentActivation);
    }

    public LstmCell withPeephole(boolean hasPeephole) {
        return new LstmCell(projection, bias, hasPeephole, activation, recurrentActivation);
    }

    public LstmCell withActivation(Activation other) {
        return new LstmCell(projection, bias, peephole, other, recurrentActivation);
    }

    public LstmCell withRecurrentActivation(Activation other) {
        return new LstmCell(projection, bias, peephole, activation, other);
    }

    /// Whether the element-wise half of a step is that of the plain cell.
    boolean hasPlainGates() {
        return !peephole && activation == Activation.TANH && recurrentActivation == Activation.SIGMOID;
    }
}
