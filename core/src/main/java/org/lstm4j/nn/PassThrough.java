package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Tensor;

/// The pass of a layer that does something only while training, where nobody trains: input and gradient go through as they are.
final class PassThrough implements LayerPass {

    private final Layer layer;
    private final PassMode mode;
    private @Nullable Tensor gradient;

    PassThrough(Layer layer, PassMode mode) {
        this.layer = layer;
        this.mode = mode;
    }

    @Override
    public Tensor forward(Tensor input) {
        return input;
    }

    @Override
    public void backward(Tensor outputGradient) {
        if (!mode.runsBackward()) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" cannot run backward in a pass made for"
                    + " inference; make the pass with PassMode.TRAINING");
        }
        gradient = outputGradient;
    }

    @Override
    public Tensor inputGradient() {
        Tensor given = gradient;
        if (given == null) {
            throw new IllegalStateException("layer \"" + layer.name() + "\" has no input gradient in a pass made for"
                    + " inference; make the pass with PassMode.TRAINING");
        }
        return given;
    }
}
