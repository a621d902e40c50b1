package org.lstm4j.inference;

import org.lstm4j.compute.Compute;
import org.lstm4j.kernels.DenseProducts;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.StepUse;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A [Dense] layer with a copy of its weights.
final class FrozenDense implements FrozenLayer {

    private final Dense layer;
    private final float[] weights;
    private final float[] bias;

    FrozenDense(Dense layer) {
        this.layer = layer;
        weights = layer.weights().value().clone();
        bias = layer.bias().value().clone();
    }

    @Override
    public String name() {
        return layer.name();
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    @Override
    public Shape outputShape(Shape sample) {
        return layer.outputShape(sample);
    }

    @Override
    public FrozenPass newPass(Shape batchShape, boolean keepsState, Compute compute) {
        int inputs = batchShape.last();
        int rows = batchShape.elements() / inputs;
        Activation activation = layer.spec().activation();
        Tensor output = Tensor.zeros(outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0)));
        float[] y = output.data();
        return input -> {
            DenseProducts.forward(0, rows, inputs, bias.length, input.data(), 0, inputs, weights, bias, y);
            if (activation != Activation.LINEAR) {
                for (int index = 0; index < y.length; index++) {
                    y[index] = activation.apply(y[index]);
                }
            }
            return output;
        };
    }
}
