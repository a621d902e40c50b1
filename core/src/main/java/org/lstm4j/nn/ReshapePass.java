package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A change of shape at work: it copies nothing, output and input share their elements.
final class ReshapePass implements LayerPass {

    private final Layer layer;
    private final Shape inputShape;
    private final Shape outputShape;
    private final PassMode mode;
    private final View output;
    private final View gradient;
    private @Nullable Tensor inputGradient;

    ReshapePass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        this.layer = layer;
        this.inputShape = inputShape;
        this.outputShape = outputShape;
        this.mode = mode;
        output = new View(outputShape);
        gradient = new View(inputShape);
    }

    @Override
    public Tensor forward(Tensor input) {
        ShapeCheck.require(layer, "input", inputShape, input);
        return output.of(input);
    }

    @Override
    public void backward(Tensor outputGradient) {
        if (!mode.runsBackward()) {
            throw new IllegalStateException("layer \"" + layer.name()
                    + "\" can run backward only in a training mode; its mode is " + mode);
        }
        ShapeCheck.require(layer, "output gradient", outputShape, outputGradient);
        inputGradient = gradient.of(outputGradient);
    }

    @Override
    public Tensor inputGradient() {
        Tensor found = inputGradient;
        if (!mode.givesInputGradient() || found == null) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" runs in mode " + mode
                    + "; it has an input gradient in PassMode.TRAINING, after a backward");
        }
        return found;
    }
}
