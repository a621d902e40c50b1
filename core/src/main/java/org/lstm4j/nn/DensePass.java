package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A dense layer at work: every axis but the innermost counts rows.
final class DensePass implements LayerPass {

    private final Dense layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final DenseWork work;
    private final Tensor output;
    /// The sums before the activation, where its slope cannot be told from its result.
    private final float[] sums;
    private final float[] sumGradient;
    private final Tensor inputGradient;
    private @Nullable Tensor lastInput;

    DensePass(Dense layer, Shape inputShape, Shape outputShape, PassMode mode, Compute compute) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        work = DenseWork.of(layer, inputShape.elements() / inputShape.last(), mode, compute);
        output = Tensor.zeros(outputShape);
        int sumCount = outputShape.elements();
        boolean training = mode.runsBackward();
        sums = new float[training && !layer.spec().activation().slopeFromResult() ? sumCount : 0];
        sumGradient = new float[training ? sumCount : 0];
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        lastInput = input;
        float[] y = output.data();
        work.forward(input.data(), y);
        System.arraycopy(y, 0, sums, 0, sums.length);
        Activation activation = layer.spec().activation();
        if (activation != Activation.LINEAR) {
            for (int index = 0; index < y.length; index++) {
                y[index] = activation.apply(y[index]);
            }
        }
        return output;
    }

    @Override
    public void backward(Tensor outputGradient) {
        Tensor input = lastInput;
        if (!mode.runsBackward() || input == null) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" can run backward only in a training mode and after a forward; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        findSumGradient(outputGradient.data());
        work.addWeightGradients(input.data(), sumGradient);
        if (mode.givesInputGradient()) {
            work.inputGradient(sumGradient, inputGradient.data());
        }
    }

    private void findSumGradient(float[] dy) {
        Activation activation = layer.spec().activation();
        float[] y = output.data();
        if (activation == Activation.LINEAR) {
            System.arraycopy(dy, 0, sumGradient, 0, dy.length);
        } else if (activation.slopeFromResult()) {
            for (int index = 0; index < y.length; index++) {
                sumGradient[index] = dy[index] * activation.slope(y[index]);
            }
        } else {
            for (int index = 0; index < y.length; index++) {
                sumGradient[index] = dy[index] * activation.slope(sums[index], y[index]);
            }
        }
    }

    @Override
    public Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }
}
