package org.lstm4j.nn;

import java.util.Objects;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that runs another one on every step by itself, with the same weights: Keras' `TimeDistributed`.
///
/// Layers over the innermost axis, such as dense ones, do that anyway; it is for the others: an LSTM over the hours of every day of
/// [days, hours, features], a flatten of every step. A [StepMask] of the days goes on to what comes after; the inner layer runs on all
/// of them.
///
/// @param layer for samples of one step's shape
public record TimeDistributedSpec(LayerSpec layer) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "time_distributed";

    public TimeDistributedSpec {
        Objects.requireNonNull(layer, "layer");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Of the inner layer's steps.
    @Override
    public boolean reversesSteps() {
        return layer.reversesSteps();
    }

    /// Whether the inner layer is.
    @Override
    public boolean stateful() {
        return layer.stateful();
    }

    /// Builds the layer for samples [steps, …]; the inner layer's parameters are named `place.0.…`.
    @Override
    public TimeDistributed build(String place, Shape inputShape, RandomStreams streams) {
        StepShapes.requireSteps(place + " " + KIND, inputShape);
        Layer inner = layer.build(place + ".0", StepShapes.ofOneStep(inputShape), streams);
        return new TimeDistributed(place + " " + KIND, this, inputShape, inner);
    }

    @Override
    public TimeDistributed restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        StepShapes.requireSteps(place + " " + KIND, inputShape);
        Layer inner = layer.restore(place + ".0", StepShapes.ofOneStep(inputShape), streams, stored);
        return new TimeDistributed(place + " " + KIND, this, inputShape, inner);
    }
}
