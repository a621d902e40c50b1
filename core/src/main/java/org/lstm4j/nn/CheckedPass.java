package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What most passes share: the arrays of output and input gradient, and the checks of shape, mode and order of calls. What is left
/// to a subclass is arithmetic over flat arrays.
abstract class CheckedPass implements LayerPass {

    private final Layer layer;
    private final PassMode mode;
    private final Shape inputShape;
    private final Tensor output;
    private final Tensor inputGradient;
    private @Nullable Tensor lastInput;

    /// @param inputShape `[batch, …]`
    /// @param outputShape `[batch, …]`
    CheckedPass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        this.layer = layer;
        this.mode = mode;
        this.inputShape = inputShape;
        output = Tensor.zeros(outputShape);
        inputGradient = Tensor.zeros(mode.givesInputGradient() ? inputShape : Shape.vector(0));
    }

    /// Computes all of y from all of x.
    abstract void run(float[] x, float[] y);

    /// Computes all of y from the steps of x that count. For a layer that looks at each step by itself that is no other work: what
    /// it makes of the others, the layers after it pass over.
    void run(float[] x, float[] y, StepMask mask) {
        run(x, y);
    }

    /// Adds to the gradients of the layer's parameters; nothing to do for a layer without. Called before [#carryBack].
    ///
    /// @param x, y of the last forward
    void addWeightGradients(float[] x, float[] y, float[] dy) {}

    /// Computes all of dx.
    ///
    /// @param x, y of the last forward
    abstract void carryBack(float[] x, float[] y, float[] dy, float[] dx);

    @Override
    public final Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        lastInput = input;
        run(input.data(), output.data());
        return output;
    }

    @Override
    public final Tensor forward(Tensor input, StepMask mask) {
        ShapeCheck.require(layer, "input", inputShape, input);
        lastInput = input;
        run(input.data(), output.data(), mask);
        return output;
    }

    @Override
    public final void backward(Tensor outputGradient) {
        Tensor input = lastInput;
        if (!mode.runsBackward() || input == null) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" can run backward only in a training mode and after a forward; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", output.shape(), outputGradient);
        addWeightGradients(input.data(), output.data(), outputGradient.data());
        if (mode.givesInputGradient()) {
            carryBack(input.data(), output.data(), outputGradient.data(), inputGradient.data());
        }
    }

    @Override
    public final Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputGradient;
    }
}
