package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.DenseProducts;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A dense layer at work: every axis but the innermost counts rows.
final class DensePass implements LayerPass {

    private final Dense layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final int rows;
    private final int inputs;
    private final int outputs;
    private final Tensor output;
    private final float[] sumGradient;
    private final Tensor inputGradient;
    private final float[] scratch;
    private @Nullable Tensor lastInput;

    DensePass(Dense layer, Shape inputShape, Shape outputShape, PassMode mode) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        inputs = inputShape.last();
        outputs = outputShape.last();
        rows = inputShape.elements() / inputs;
        output = Tensor.zeros(outputShape);
        boolean training = mode != PassMode.INFERENCE;
        sumGradient = new float[training ? rows * outputs : 0];
        scratch = new float[training ? inputs : 0];
        inputGradient = Tensor.zeros(mode == PassMode.TRAINING ? inputShape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        lastInput = input;
        float[] y = output.data();
        DenseProducts.forward(
                0, rows, inputs, outputs, input.data(), 0, inputs, layer.weights().value(), layer.bias().value(), y);
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
        if (mode == PassMode.INFERENCE || input == null) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" can run backward only in a training mode and after a forward; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        Activation activation = layer.spec().activation();
        float[] y = output.data();
        float[] dy = outputGradient.data();
        for (int index = 0; index < y.length; index++) {
            sumGradient[index] = activation == Activation.LINEAR ? dy[index] : dy[index] * activation.slope(y[index]);
        }
        DenseProducts.weightGradient(
                rows,
                inputs,
                outputs,
                input.data(),
                0,
                inputs,
                sumGradient,
                layer.weights().gradient(),
                layer.bias().gradient(),
                scratch);
        if (mode == PassMode.TRAINING) {
            DenseProducts.inputGradient(
                    0, rows, inputs, outputs, sumGradient, layer.weights().value(), inputGradient.data());
        }
    }

    @Override
    public Tensor inputGradient() {
        if (mode != PassMode.TRAINING) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }
}
