package org.lstm4j.reference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.recurrent.LstmCell;

/// An LSTM cell with all that [LstmCell] can have, written in scalars that know their derivatives.
///
/// ```
/// a = b + W·x + R·h′            a_i += p_i·c′    a_f += p_f·c′
/// c = f·c′ + i·g                a_o += p_o·c
/// h = P·(o·tanh(c))
/// ```
final class TextbookLstm {

    private final LstmCell cell;
    private final TextbookFault fault;
    final int units;
    final int features;
    final int outputs;
    final Scalar[] inputWeights;
    final Scalar[] recurrentWeights;
    final Scalar[] bias;
    final Scalar @Nullable [] projection;
    final Scalar @Nullable [] peephole;

    /// Weights in the shapes of [org.lstm4j.nn.recurrent.LstmWeights], row-major.
    TextbookLstm(
            LstmCell cell,
            TextbookFault fault,
            Scalar[] inputWeights,
            Scalar[] recurrentWeights,
            Scalar[] bias,
            Scalar @Nullable [] projection,
            Scalar @Nullable [] peephole) {
        this.cell = cell;
        this.fault = fault;
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.bias = bias;
        this.projection = projection;
        this.peephole = peephole;
        units = bias.length / 4;
        features = inputWeights.length / bias.length;
        outputs = recurrentWeights.length / bias.length;
    }

    /// The new cell state, [H].
    ///
    /// @param gates in: pre-activations, [4H]; out: i, f, g and the pre-activation of o
    Scalar[] newCell(Scalar[] gates, Scalar[] before) {
        Scalar[] state = new Scalar[units];
        for (int unit = 0; unit < units; unit++) {
            Scalar i = gate(peep(gates[unit], inputPeephole(), unit, before));
            Scalar f = gate(peep(gates[units + unit], forgetPeephole(), unit, before));
            Scalar g = fault == TextbookFault.ACTIVATION_OF_GATES_FOR_CANDIDATE
                    ? gate(gates[2 * units + unit])
                    : activation(gates[2 * units + unit]);
            state[unit] = f.times(before[unit]).plus(i.times(g));
        }
        return state;
    }

    /// The hidden state, [outputs].
    Scalar[] hidden(Scalar[] gates, Scalar[] before, Scalar[] state) {
        Scalar[] seen = fault == TextbookFault.OUTPUT_PEEPHOLE_SEES_CELL_BEFORE ? before : state;
        Scalar[] output = new Scalar[units];
        for (int unit = 0; unit < units; unit++) {
            Scalar o = gate(peep(gates[3 * units + unit], 2, unit, seen));
            output[unit] = o.times(fault == TextbookFault.NO_ACTIVATION_OF_CELL_STATE
                    ? state[unit]
                    : activation(state[unit]));
        }
        return projection == null ? output : product(projection, output, outputs);
    }

    /// b + W·x + R·h′, [4H].
    Scalar[] preActivations(Scalar[] x, Scalar[] hidden) {
        Scalar[] fromInput = product(inputWeights, x, 4 * units);
        Scalar[] fromHidden = product(recurrentWeights, hidden, 4 * units);
        Scalar[] sums = new Scalar[4 * units];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = bias[row].plus(fromInput[row]).plus(fromHidden[row]);
        }
        return sums;
    }

    private int inputPeephole() {
        return fault == TextbookFault.SWAPPED_INPUT_AND_FORGET_PEEPHOLES ? 1 : 0;
    }

    private int forgetPeephole() {
        return switch (fault) {
            case SWAPPED_INPUT_AND_FORGET_PEEPHOLES -> 0;
            case NO_FORGET_PEEPHOLE -> -1;
            default -> 1;
        };
    }

    private Scalar peep(Scalar sum, int gate, int unit, Scalar[] state) {
        return peephole == null || gate < 0 ? sum : sum.plus(peephole[gate * units + unit].times(state[unit]));
    }

    private Scalar activation(Scalar x) {
        return apply(cell.activation(), x);
    }

    private Scalar gate(Scalar x) {
        return apply(cell.recurrentActivation(), x);
    }

    static Scalar[] product(Scalar[] matrix, Scalar[] vector, int rows) {
        Scalar[] result = new Scalar[rows];
        for (int row = 0; row < rows; row++) {
            Scalar sum = Scalar.of(0);
            for (int column = 0; column < vector.length; column++) {
                sum = sum.plus(matrix[row * vector.length + column].times(vector[column]));
            }
            result[row] = sum;
        }
        return result;
    }

    /// The activation in double, its slope by a formula of x.
    static Scalar apply(Activation activation, Scalar x) {
        return switch (activation) {
            case SIGMOID -> x.sigmoid();
            case TANH -> x.tanh();
            case LINEAR -> x;
            case RELU -> x.map(v -> Math.max(v, 0), v -> v > 0 ? 1 : 0);
        };
    }
}
