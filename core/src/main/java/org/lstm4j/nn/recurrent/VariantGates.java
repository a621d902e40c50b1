package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Activation;

/// The element-wise half of an LSTM step with other activations than the plain cell's; in its formulas σ is the recurrent
/// activation and tanh the activation.
///
/// Gate by gate and element by element in plain loops, in the order of the formulas. Slopes are told from results, so
/// nothing more is kept than of the plain cell.
class VariantGates implements LstmGates {

    private final Activation activation;
    private final Activation recurrentActivation;
    private final ActivationLoops loops;

    VariantGates(Activation activation, Activation recurrentActivation, ActivationLoops loops) {
        this.activation = activation;
        this.recurrentActivation = recurrentActivation;
        this.loops = loops;
    }

    /// Adds what gates see of the cell state before the step.
    void peepBefore(int rows, float[] gates, int gatesAt, int quarter, float[] cellBefore, int cellBeforeAt) {}

    /// Adds what the output gate sees of the new cell state.
    void peepAfter(int rows, float[] gates, int gatesAt, int quarter, float[] cell, int cellAt) {}

    /// ∂L/∂c by way of the output gate's peephole of a unit.
    float fromOutputGate(int unit, float outputGradient) {
        return 0f;
    }

    /// ∂L/∂c′ by way of the peepholes of a unit's input and forget gate.
    float fromInputAndForgetGate(int unit, float inputGradient, float forgetGradient) {
        return 0f;
    }

    @Override
    public final void forward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cell, int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
            int hiddenStride) {
        int count = rows * UNITS;
        int forget = gatesOffset + gatesQuarter;
        int candidate = forget + gatesQuarter;
        int output = candidate + gatesQuarter;
        peepBefore(rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset);
        loops.apply(recurrentActivation, count, gates, gatesOffset);
        loops.apply(recurrentActivation, count, gates, forget);
        loops.apply(activation, count, gates, candidate);
        for (int index = 0; index < count; index++) {
            cell[cellOffset + index] = Math.fma(gates[forget + index], cellBefore[cellBeforeOffset + index],
                    gates[gatesOffset + index] * gates[candidate + index]);
        }
        peepAfter(rows, gates, gatesOffset, gatesQuarter, cell, cellOffset);
        loops.apply(recurrentActivation, count, gates, output);
        System.arraycopy(cell, cellOffset, cellTanh, cellTanhOffset, count);
        loops.apply(activation, count, cellTanh, cellTanhOffset);
        for (int row = 0; row < rows; row++) {
            multiply(gates, output + row * UNITS, cellTanh, cellTanhOffset + row * UNITS, hidden,
                    hiddenOffset + row * hiddenStride);
        }
    }

    @Override
    public final void backward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cellTanh, int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset,
            float[] cellGradient, int cellGradientOffset) {
        for (int index = 0; index < rows * UNITS; index++) {
            int at = gatesOffset + index;
            float i = gates[at];
            float f = gates[at + gatesQuarter];
            float g = gates[at + 2 * gatesQuarter];
            float o = gates[at + 3 * gatesQuarter];
            float shown = cellTanh[cellTanhOffset + index];
            float dh = LstmGates.unlessFaded(hiddenGradient[hiddenGradientOffset + index]);
            float outputGradient = dh * shown * recurrentActivation.slope(o);
            float after = cellGradient[cellGradientOffset + index] + fromOutputGate(index % UNITS, outputGradient);
            float dc = LstmGates.unlessFaded(Math.fma(dh * o, activation.slope(shown), after));
            float inputGradient = dc * g * recurrentActivation.slope(i);
            float forgetGradient = dc * cellBefore[cellBeforeOffset + index] * recurrentActivation.slope(f);
            gates[at] = inputGradient;
            gates[at + gatesQuarter] = forgetGradient;
            gates[at + 2 * gatesQuarter] = dc * i * activation.slope(g);
            gates[at + 3 * gatesQuarter] = outputGradient;
            cellGradient[cellGradientOffset + index] = Math.fma(dc, f,
                    fromInputAndForgetGate(index % UNITS, inputGradient, forgetGradient));
        }
    }

    private static void multiply(float[] a, int aAt, float[] b, int bAt, float[] product, int at) {
        for (int unit = 0; unit < UNITS; unit++) {
            product[at + unit] = a[aAt + unit] * b[bAt + unit];
        }
    }
}
