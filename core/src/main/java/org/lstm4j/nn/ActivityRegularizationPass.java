package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// An activity regularization at work. The penalty is computed when it is asked for, so that inference pays nothing.
final class ActivityRegularizationPass implements LayerPass {

    private final Layer layer;
    private final ActivityRegularizationSpec spec;
    private final Shape shape;
    private final PassMode mode;
    private final Tensor inputGradient;
    private @Nullable Tensor lastInput;
    private @Nullable StepMask lastMask;

    /// @param shape `[batch, …]` of input and output
    ActivityRegularizationPass(Layer layer, ActivityRegularizationSpec spec, Shape shape, PassMode mode) {
        this.layer = layer;
        this.spec = spec;
        this.shape = shape;
        this.mode = mode;
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? shape : Shape.vector(0));
    }

    @Override
    public Tensor forward(Tensor input) {
        return run(input, null);
    }

    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        mask.requireSize(shape.size(0), shape.size(1));
        return run(input, mask);
    }

    private Tensor run(Tensor input, @Nullable StepMask mask) {
        ShapeCheck.require(layer, "input", shape, input);
        lastInput = input;
        lastMask = mask;
        return input;
    }

    /// Sums in double, in order.
    @Override
    public double penalty() {
        float[] x = lastInput().data();
        double sizes = 0;
        double squares = 0;
        for (int index = 0; index < x.length; index++) {
            if (counts(index)) {
                sizes += Math.abs(x[index]);
                squares += (double) x[index] * x[index];
            }
        }
        return (spec.l1() * sizes + spec.l2() * squares) / shape.size(0);
    }

    @Override
    public void backward(Tensor outputGradient) {
        backward(outputGradient, 1f);
    }

    /// dx = dy + share·(l1·sign(x) + 2·l2·x) / batch, with sign(0) = 0.
    @Override
    public void backward(Tensor outputGradient, float share) {
        float[] x = lastInput().data();
        ShapeCheck.require(layer, "output gradient", shape, outputGradient);
        if (!mode.runsBackward()) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" runs in mode INFERENCE, which has no backward; make the pass with PassMode.TRAINING");
        }
        float perSign = (float) (share * spec.l1() / shape.size(0));
        float perValue = (float) (share * 2 * spec.l2() / shape.size(0));
        float[] dx = inputGradient.data();
        for (int index = 0; index < dx.length; index++) {
            float slope = counts(index) ? Math.fma(perValue, x[index], perSign * Math.signum(x[index])) : 0f;
            dx[index] = outputGradient.data()[index] + slope;
        }
    }

    private boolean counts(int index) {
        StepMask mask = lastMask;
        if (mask == null) {
            return true;
        }
        int step = index / (shape.elements() / (mask.batch() * mask.steps()));
        return mask.counts(step / mask.steps(), step % mask.steps());
    }

    private Tensor lastInput() {
        Tensor input = lastInput;
        if (input == null) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" needs a forward first");
        }
        return input;
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
