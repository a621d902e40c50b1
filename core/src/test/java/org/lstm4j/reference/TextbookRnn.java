package org.lstm4j.reference;

import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// h = tanh(W x + U h′ + b).
final class TextbookRnn implements TextbookCell {

    private final SimpleRnnSpec spec;
    private final TextbookFault fault;
    private final Scalar[] inputWeights;
    private final Scalar[] recurrentWeights;
    private final Scalar[] bias;

    TextbookRnn(
            SimpleRnnSpec spec, TextbookFault fault, Scalar[] inputWeights, Scalar[] recurrentWeights, Scalar[] bias) {
        this.spec = spec;
        this.fault = fault;
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.bias = bias;
    }

    @Override
    public Scalar[] preActivations(Scalar[] x, Scalar[] read) {
        Scalar[] fromInput = TextbookCell.product(inputWeights, x, spec.units());
        Scalar[] fromState = TextbookCell.product(
                recurrentWeights, fault.cutIf(TextbookFault.NO_GRADIENT_THROUGH_TIME, read), spec.units());
        Scalar[] sums = new Scalar[spec.units()];
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = bias[unit].plus(fromInput[unit]).plus(fromState[unit]);
        }
        return sums;
    }

    @Override
    public Scalar[] newCell(Scalar[] sums, Scalar[] before) {
        return new Scalar[0];
    }

    @Override
    public Scalar[] hidden(Scalar[] sums, Scalar[] hiddenBefore, Scalar[] cellBefore, Scalar[] cell) {
        Scalar[] hidden = new Scalar[sums.length];
        for (int unit = 0; unit < sums.length; unit++) {
            hidden[unit] = TextbookCell.activation(spec.activation(), sums[unit], fault);
        }
        return hidden;
    }
}
