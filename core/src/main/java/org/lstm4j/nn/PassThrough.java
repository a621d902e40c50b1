package org.lstm4j.nn;

import org.lstm4j.tensor.Tensor;

/// The inference pass of a layer that does something only while training.
record PassThrough(Layer layer) implements LayerPass {

    @Override
    public Tensor forward(Tensor input) {
        return input;
    }

    @Override
    public void backward(Tensor outputGradient) {
        throw new IllegalStateException("layer \"" + layer.name() + "\" cannot run backward in a pass made for"
                + " inference; make the pass with PassMode.TRAINING");
    }

    @Override
    public Tensor inputGradient() {
        throw new IllegalStateException("layer \"" + layer.name() + "\" has no input gradient in a pass made for"
                + " inference; make the pass with PassMode.TRAINING");
    }
}
