package org.lstm4j.reference;

import org.lstm4j.nn.recurrent.GruSpec;

/// Gated recurrent units, with the gates' names of [org.lstm4j.nn.recurrent.Gru].
final class TextbookGru implements TextbookCell {

    private final GruSpec spec;
    private final TextbookFault fault;
    private final int units;
    private final Scalar[] inputWeights;
    private final Scalar[] recurrentWeights;
    private final Scalar[] bias;

    TextbookGru(
            GruSpec spec, TextbookFault fault, Scalar[] inputWeights, Scalar[] recurrentWeights, Scalar[] bias) {
        this.spec = spec;
        this.fault = fault;
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.bias = bias;
        units = spec.units();
    }

    /// Of r, z, and n's two parts, [4H].
    @Override
    public Scalar[] preActivations(Scalar[] x, Scalar[] read) {
        Scalar[] fromInput = TextbookCell.product(inputWeights, x, 3 * units);
        Scalar[] fromState = TextbookCell.product(recurrentWeights, read, 3 * units);
        Scalar[] sums = new Scalar[4 * units];
        for (int unit = 0; unit < units; unit++) {
            for (int gate = 0; gate < 2; gate++) {
                int row = gate * units + unit;
                sums[row] = fromInput[row].plus(fromState[row]).plus(bias[row]);
            }
            sums[2 * units + unit] = fromInput[2 * units + unit].plus(bias[2 * units + unit]);
            sums[3 * units + unit] = fromState[2 * units + unit].plus(bias[3 * units + unit]);
        }
        return sums;
    }

    @Override
    public Scalar[] newCell(Scalar[] sums, Scalar[] before) {
        return new Scalar[0];
    }

    @Override
    public Scalar[] hidden(Scalar[] sums, Scalar[] hiddenBefore, Scalar[] cellBefore, Scalar[] cell) {
        Scalar[] hidden = new Scalar[units];
        for (int unit = 0; unit < units; unit++) {
            Scalar r = TextbookCell.gate(spec.recurrentActivation(), sums[unit], fault);
            Scalar z = TextbookCell.gate(spec.recurrentActivation(), sums[units + unit], fault);
            Scalar reset = fault == TextbookFault.NO_RESET_GATE
                    ? sums[3 * units + unit]
                    : fault.cutIf(TextbookFault.NO_GRADIENT_THROUGH_RESET_GATE, r).times(sums[3 * units + unit]);
            Scalar n = TextbookCell.activation(spec.activation(), sums[2 * units + unit].plus(reset), fault);
            Scalar stays = fault == TextbookFault.UPDATE_GATE_TURNED ? z.times(-1).plus(1) : z;
            Scalar kept = fault.cutIf(TextbookFault.NO_GRADIENT_OF_KEPT_STATE_OF_GRU, hiddenBefore[unit]);
            hidden[unit] = stays.times(kept).plus(stays.times(-1).plus(1).times(n));
        }
        return hidden;
    }
}
