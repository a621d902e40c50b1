package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that hands on what comes in and adds a penalty on its size to the loss:
///
/// ```
/// (l1·Σ|x| + l2·Σx²) / samples of the batch
/// ```
///
/// Keras' `ActivityRegularization`; Keras' `activity_regularizer` of a layer is this one behind it. Steps that a mask leaves out do not count
/// (in Keras they do). Within a time-distributed layer every step is a sample. Changes nothing in inference, but that an evaluation has the
/// penalty in its loss, as in Keras.
///
/// @param l1 at least 0, finite; draws small activations to 0 exactly
/// @param l2 at least 0, finite; without the ½ that some put before it
public record ActivityRegularizationSpec(double l1, double l2) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "activity_regularization";

    public ActivityRegularizationSpec {
        requireNotNegative("l1", l1);
        requireNotNegative("l2", l2);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Builds the layer for samples of any shape.
    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, (_, sample) -> sample,
                (layer, input, _, mode) -> new ActivityRegularizationPass(layer, this, input, mode));
    }

    @Override
    public Layer restore(
            String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " of an activity regularization must be a number of at least 0, but"
                            + " was " + value);
        }
    }
}
