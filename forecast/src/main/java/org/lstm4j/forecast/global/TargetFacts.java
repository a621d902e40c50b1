package org.lstm4j.forecast.global;

import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What is kept of a target that was trained on.
///
/// @param scale in-sample errors of the seasonal naive forecast in the training part: what MASE and its kin divide by; NaN where there
///        are none
/// @param begins the instant of its first value: UTC milliseconds, or the step's number without time
/// @param trainedUntil the instant of the first step that neither trained nor chose anything
record TargetFacts(SeriesScale scale, long begins, long trainedUntil) {

    JsonObject toJson() {
        return JsonValue.object()
                .put("error_scale", scale.absolute())
                .put("squared_error_scale", scale.squared())
                .put("begins", begins)
                .put("trained_until", trainedUntil)
                .build();
    }

    static TargetFacts fromJson(JsonObject json) {
        return new TargetFacts(
                new SeriesScale(json.require("error_scale").asDouble(),
                        json.require("squared_error_scale").asDouble()),
                json.require("begins").asLong(), json.require("trained_until").asLong());
    }
}
