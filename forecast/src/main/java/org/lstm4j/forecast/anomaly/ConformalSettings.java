package org.lstm4j.forecast.anomaly;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What decides a [ConformalScorer]. Immutable; begin with [#standard].
///
/// @param window past residuals that are compared with, at least 1
/// @param least residuals before the first score, from 1 to `window`
/// @param decay what a residual counts beside the one a step later, in (0, 1]: 1 for all alike
/// @param measure how residuals are measured
public record ConformalSettings(int window, int least, double decay, ResidualMeasure measure) {

    public ConformalSettings {
        if (least < 1 || least > window) {
            throw new IllegalArgumentException("the first score needs from 1 residual to a full window of " + window
                    + ", but was to come after " + least);
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("the decay of old residuals must be above 0 and at most 1, but was "
                    + decay + "; 1 counts all alike");
        }
    }

    /// 2000 residuals, of which one 693 steps ago counts half; scores after 100.
    public static ConformalSettings standard() {
        return new ConformalSettings(2000, 100, 0.999, ResidualMeasure.ABSOLUTE);
    }

    public ConformalSettings withWindow(int other) {
        return new ConformalSettings(other, least, decay, measure);
    }

    public ConformalSettings withLeast(int other) {
        return new ConformalSettings(window, other, decay, measure);
    }

    public ConformalSettings withDecay(double other) {
        return new ConformalSettings(window, least, other, measure);
    }

    public ConformalSettings withMeasure(ResidualMeasure other) {
        return new ConformalSettings(window, least, decay, other);
    }

    JsonObject toJson() {
        return JsonValue.object()
                .put("window", window)
                .put("least", least)
                .put("decay", decay)
                .put("measure", measure.label())
                .build();
    }

    static ConformalSettings fromJson(JsonObject json) {
        return new ConformalSettings(
                json.require("window").asInt(),
                json.require("least").asInt(),
                json.require("decay").asDouble(),
                ResidualMeasure.of(json.require("measure").asText()));
    }
}
