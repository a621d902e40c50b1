package org.lstm4j.nn.window;

import java.util.List;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a [WindowMap]: a linear forecast that stands beside a network, which then learns what it leaves over.
///
/// Seasonal naive is such a map, with one weight of 1 for each step, and so is NLinear (Zeng et al., Are Transformers Effective for Time
/// Series Forecasting?, 2023). Built without weights given, it foretells 0.
///
/// @param lookback steps that it reads, the first ones of a sample; at least 1
/// @param horizon steps that it foretells, at least 1
/// @param targets channels that it foretells, the first ones of a sample, each by itself with the same weights; at least 1
/// @param outputs numbers that the network beside it says of each step of a target, at least 1
/// @param place which of these it adds to, from 0; the others are 0
public record WindowMapSpec(int lookback, int horizon, int targets, int outputs, int place) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "window_map";

    public WindowMapSpec {
        requireAtLeastOne("lookback", lookback);
        requireAtLeastOne("horizon", horizon);
        requireAtLeastOne("targets", targets);
        requireAtLeastOne("outputs", outputs);
        if (place < 0 || place >= outputs) {
            throw new IllegalArgumentException("place must be one of the " + outputs
                    + " outputs of a step, from 0, but was " + place);
        }
        if ((long) horizon * targets * outputs > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "horizon, targets and outputs together are more than an array can hold: " + horizon + " · "
                            + targets
                            + " · " + outputs);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public WindowMap build(String mapPlace, Shape inputShape, RandomStreams streams) {
        return restore(mapPlace, inputShape, streams, Parameter::new);
    }

    @Override
    public WindowMap restore(String mapPlace, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        String name = mapPlace + " " + KIND;
        requireInput(name, inputShape);
        Shape shape = Shape.of(new Axis("horizon", horizon), new Axis("lookback", lookback));
        return new WindowMap(name, this, inputShape, stored.parameter(mapPlace + ".weight", shape));
    }

    /// The shape of one sample that comes out: `[horizon · targets · outputs]`.
    Shape outputShape() {
        return Shape.of(new Axis("outputs", horizon * targets * outputs));
    }

    /// @throws IllegalArgumentException when a sample has not these steps and channels
    void requireInput(String layer, Shape sample) {
        if (sample.rank() != 2 || sample.size(0) < lookback || sample.size(1) < targets) {
            throw new IllegalArgumentException("layer \"" + layer + "\" needs samples of at least " + lookback
                    + " steps and " + targets + " channels, " + List.of("steps", "channels") + ", but the input has "
                    + sample + "; re-create the windows as in training");
        }
    }

    private static void requireAtLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but was " + value);
        }
    }
}
