package org.lstm4j.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A residual layer at work: the sum of two ways forward, and of their gradients backward.
final class ResidualPass implements LayerPass {

    private final Residual layer;
    private final Shape inputShape;
    private final PassMode mode;
    private final LayerPass row;
    private final @Nullable LayerPass projection;
    private final Tensor output;
    private final Tensor inputGradient;

    /// @param row the inner layers' pass
    /// @param projection the pass of the way around; null where x goes around as it is
    ResidualPass(
            Residual layer,
            Shape inputShape,
            Shape outputShape,
            PassMode mode,
            LayerPass row,
            @Nullable LayerPass projection) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.mode = mode;
        this.row = row;
        this.projection = projection;
        output = Tensor.zeros(outputShape);
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        return sum(input, row.forward(input));
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        ShapeCheck.require(layer, "input", inputShape, input);
        return sum(input, row.forward(input, mask));
    }

    private Tensor sum(Tensor input, Tensor result) {
        Tensor around = projection == null ? input : projection.forward(input);
        add(around.data(), result.data(), output.data());
        return output;
    }

    @Override
    public List<LayerPass> inner() {
        return List.of(row);
    }

    @Override
    public void resetState() {
        row.resetState();
    }

    @Override
    public double penalty() {
        return row.penalty();
    }

    @Override
    public void backward(Tensor outputGradient) {
        backward(outputGradient, 1f);
    }

    @Override
    public void backward(Tensor outputGradient, float share) {
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        row.backward(outputGradient, share);
        if (projection != null) {
            projection.backward(outputGradient);
        }
        if (mode.givesInputGradient()) {
            Tensor around = projection == null ? outputGradient : projection.inputGradient();
            add(around.data(), row.inputGradient().data(), inputGradient.data());
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

    private static void add(float[] a, float[] b, float[] sums) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] = a[index] + b[index];
        }
    }
}
