package org.lstm4j.kernels;

/// The specification of [GateActivations]: plain loops.
public final class ScalarGateActivations implements GateActivations {

    @Override
    public void sigmoid(int count, float[] values, int offset) {
        for (int index = offset; index < offset + count; index++) {
            values[index] = Activations.sigmoid(values[index]);
        }
    }

    @Override
    public void tanh(int count, float[] values, int offset) {
        for (int index = offset; index < offset + count; index++) {
            values[index] = Activations.tanh(values[index]);
        }
    }
}
