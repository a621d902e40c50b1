package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a softmax layer: shares that add up to 1 over the innermost axis, yₖ = e^(xₖ) / Σ e^(xⱼ), or their logarithms,
/// Keras' `log_softmax`.
///
/// The largest x is subtracted first, so that no exponential overflows.
///
/// @param logarithm whether the output is ln(y)
public record SoftmaxSpec(boolean logarithm) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "softmax";

    /// Shares, no logarithms.
    public SoftmaxSpec() {
        this(false);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, (_, sample) -> sample,
                (layer, input, _, mode) -> logarithm
                        ? new LogSoftmaxPass(layer, input, mode)
                        : new SoftmaxPass(layer, input, mode));
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }
}
