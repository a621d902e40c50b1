package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Activation;

/// The element-wise half of a step of a simple recurrent layer, h = tanh(a), with the arrays of an LSTM: the first gate holds a, then h,
/// then its gradient; the others are 0, and there is no cell state.
final class SimpleRnnGates implements LstmGates {

    private final Activation activation;
    private final ActivationLoops loops;

    SimpleRnnGates(Activation activation, ActivationLoops loops) {
        this.activation = activation;
        this.loops = loops;
    }

    @Override
    public void forward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cell, int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
            int hiddenStride) {
        loops.apply(activation, rows * UNITS, gates, gatesOffset);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(gates, gatesOffset + row * UNITS, hidden, hiddenOffset + row * hiddenStride, UNITS);
        }
    }

    @Override
    public void backward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cellTanh, int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset,
            float[] cellGradient, int cellGradientOffset) {
        int count = rows * UNITS;
        for (int index = 0; index < count; index++) {
            float dh = LstmGates.unlessFaded(hiddenGradient[hiddenGradientOffset + index]);
            gates[gatesOffset + index] = dh * activation.slope(gates[gatesOffset + index]);
        }
        for (int gate = 1; gate < 4; gate++) {
            Arrays.fill(gates, gatesOffset + gate * gatesQuarter, gatesOffset + gate * gatesQuarter + count, 0f);
        }
    }
}
