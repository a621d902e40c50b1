package org.lstm4j.reference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.recurrent.LstmCell;

/// An LSTM cell with all that [LstmCell] can have, written in scalars that know their derivatives.
///
/// ```
/// a = b + W·x + R·h′            a_i += p_i·c′    a_f += p_f·c′
/// c = f·c′ + i·g                a_o += p_o·c
/// h = P·(o·tanh(c))
/// ```
///
/// With a layer normalisation it is `a = b + LN(W·x) + LN(R·h′)` and `tanh(LN(c))`.
final class TextbookLstm implements TextbookCell {

    private final LstmCell cell;
    private final TextbookFault fault;
    private final int units;
    private final int outputs;
    final Scalar[] inputWeights;
    final Scalar[] recurrentWeights;
    final Scalar[] bias;
    final Scalar @Nullable [] projection;
    final Scalar @Nullable [] peephole;
    final @Nullable TextbookNormalization normalization;

    /// Weights in the shapes of [org.lstm4j.nn.recurrent.LstmWeights], row-major.
    TextbookLstm(
            LstmCell cell,
            TextbookFault fault,
            Scalar[] inputWeights,
            Scalar[] recurrentWeights,
            Scalar[] bias,
            Scalar @Nullable [] projection,
            Scalar @Nullable [] peephole,
            @Nullable TextbookNormalization normalization) {
        this.cell = cell;
        this.fault = fault;
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.bias = bias;
        this.projection = projection;
        this.peephole = peephole;
        this.normalization = normalization;
        units = bias.length / 4;
        outputs = recurrentWeights.length / bias.length;
    }

    /// The new cell state, [H].
    ///
    /// @param gates in: pre-activations, [4H]; out: i, f, g and the pre-activation of o
    @Override
    public Scalar[] newCell(Scalar[] gates, Scalar[] before) {
        Scalar[] state = new Scalar[units];
        Scalar[] seen = fault.cutIf(TextbookFault.NO_GRADIENT_THROUGH_PEEPHOLES_OF_CELL_BEFORE, before);
        for (int unit = 0; unit < units; unit++) {
            Scalar i = gate(peep(gates[unit], inputPeephole(), unit, seen));
            Scalar f = gate(peep(gates[units + unit], forgetPeephole(), unit, seen));
            Scalar g = fault == TextbookFault.ACTIVATION_OF_GATES_FOR_CANDIDATE
                    ? gate(gates[2 * units + unit])
                    : activation(gates[2 * units + unit]);
            state[unit] = f.times(before[unit]).plus(i.times(g));
        }
        return fault == TextbookFault.NORMALIZED_CELL_STATE_GOES_ON ? normalized(state) : state;
    }

    private Scalar[] normalized(Scalar[] state) {
        return normalization == null ? state : normalization.ofCell(state);
    }

    /// The hidden state, [outputs].
    @Override
    public Scalar[] hidden(Scalar[] gates, Scalar[] hiddenBefore, Scalar[] before, Scalar[] state) {
        Scalar[] seen = fault == TextbookFault.OUTPUT_PEEPHOLE_SEES_CELL_BEFORE
                ? before
                : fault.cutIf(TextbookFault.NO_GRADIENT_THROUGH_OUTPUT_PEEPHOLE, state);
        Scalar[] shown = fault == TextbookFault.NORMALIZED_CELL_STATE_GOES_ON ? state : normalized(state);
        Scalar[] output = new Scalar[units];
        for (int unit = 0; unit < units; unit++) {
            Scalar o = gate(peep(gates[3 * units + unit], 2, unit, seen));
            output[unit] = o.times(fault == TextbookFault.NO_ACTIVATION_OF_CELL_STATE
                    ? shown[unit]
                    : activation(shown[unit]));
        }
        return projection == null
                ? output
                : TextbookCell.product(fault.cutIf(TextbookFault.NO_GRADIENT_OF_PROJECTION, projection),
                        fault.cutIf(TextbookFault.NO_GRADIENT_THROUGH_PROJECTION, output), outputs);
    }

    /// b + W·x + R·h′, [4H].
    @Override
    public Scalar[] preActivations(Scalar[] x, Scalar[] hidden) {
        Scalar[] fromInput = TextbookCell.product(inputWeights, x, 4 * units);
        Scalar[] fromHidden = TextbookCell.product(recurrentWeights, hidden, 4 * units);
        if (normalization == null) {
            return sum(bias, sum(fromInput, fromHidden));
        }
        return fault == TextbookFault.BIAS_IS_NORMALIZED
                ? normalization.ofProducts(sum(bias, fromInput), fromHidden)
                : sum(bias, normalization.ofProducts(fromInput, fromHidden));
    }

    private static Scalar[] sum(Scalar[] a, Scalar[] b) {
        Scalar[] sums = new Scalar[a.length];
        Arrays.setAll(sums, row -> a[row].plus(b[row]));
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
        if (peephole == null || gate < 0) {
            return sum;
        }
        Scalar weight = fault.cutIf(TextbookFault.NO_GRADIENT_OF_PEEPHOLES, peephole[gate * units + unit]);
        return sum.plus(weight.times(state[unit]));
    }

    private Scalar activation(Scalar x) {
        return TextbookCell.activation(cell.activation(), x, fault);
    }

    private Scalar gate(Scalar x) {
        return TextbookCell.gate(cell.recurrentActivation(), x, fault);
    }
}
