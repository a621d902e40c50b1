package org.lstm4j.nn;

import org.lstm4j.tensor.Tensor;

/// A layer at work on batches of one shape: forward, and backward over what the last forward kept.
///
/// All arrays are made once; forward and backward allocate nothing. Not thread-safe.
public interface LayerPass {

    /// Runs the layer.
    ///
    /// @param input batch first; must stay unchanged until backward has run
    /// @return the output; belongs to the pass and is overwritten by its next forward
    Tensor forward(Tensor input);

    /// Carries the gradient of the loss back through the last forward, and adds to the gradients of the layer's parameters.
    ///
    /// @param outputGradient ∂loss/∂output, in the shape of the output
    /// @throws IllegalStateException when the pass was made for inference
    void backward(Tensor outputGradient);

    /// ∂loss/∂input of the last backward; belongs to the pass.
    ///
    /// @throws IllegalStateException when the pass does not compute it (inference, or training on data)
    Tensor inputGradient();
}
