package org.lstm4j.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /// Runs the layer where not every step of every sequence counts. Layers that look at each step by itself run as without a mask.
    ///
    /// @param mask [batch, steps] of the input; must stay unchanged until backward has run
    default Tensor forward(Tensor input, StepMask mask) {
        return forward(input);
    }

    /// Which steps of the output count after the last forward, given those of its input; null when all do. Asked after each forward; a
    /// mask of other steps than those of the output goes no further.
    ///
    /// @param inputMask what the layer before said; null when all steps count
    default @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return inputMask;
    }

    /// The passes of layers within this one whose states go on from batch to batch, in order: to find every
    /// [org.lstm4j.nn.recurrent.RecurrentPass] of a network. Empty for most layers.
    default List<LayerPass> inner() {
        return List.of();
    }

    /// Forgets the state that earlier batches left, in layers that keep one.
    default void resetState() {}

    /// Carries the gradient of the loss back through the last forward, and adds to the gradients of the layer's parameters.
    ///
    /// @param outputGradient ∂loss/∂output, in the shape of the output
    /// @throws IllegalStateException when the pass was made for inference
    void backward(Tensor outputGradient);

    /// [#backward(Tensor)] for a batch that counts only in part beside others: the output gradient is scaled by the share already,
    /// a penalty of the layer is not. Only passes with a penalty, and those with passes within, need more than the default.
    ///
    /// @param share how much the batch counts, at least 0
    default void backward(Tensor outputGradient, float share) {
        backward(outputGradient);
    }

    /// What the layer itself added to the loss of the batch in the last forward: a penalty on activations, say. Its slope is part of
    /// [#backward(Tensor)]. Asked before the next forward.
    default double penalty() {
        return 0;
    }

    /// ∂loss/∂input of the last backward; belongs to the pass.
    ///
    /// @throws IllegalStateException when the pass does not compute it (inference, or training on data)
    Tensor inputGradient();
}
