package org.lstm4j.forecast.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// A forecast of which some values are still to come.
///
/// @param begin the step of the first quantiles
/// @param quantiles [steps][levels]
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
record FollowedForecast(long begin, double[][] quantiles) {

    /// With a copy of the quantiles.
    static FollowedForecast of(long begin, double[][] quantiles) {
        return new FollowedForecast(begin, Arrays.stream(quantiles).map(double[]::clone).toArray(double[][]::new));
    }

    /// The step after the last one.
    long end() {
        return begin + quantiles.length;
    }

    boolean foretells(long step) {
        return begin <= step && step < end();
    }

    /// What it said of a step that it [foretells][#foretells].
    double[] at(long step) {
        return quantiles[(int) (step - begin)];
    }

    /// What is needed from a step on.
    JsonObject toJson(long from) {
        List<JsonValue> ahead = new ArrayList<>();
        for (long step = Math.max(begin, from); step < end(); step++) {
            ahead.add(JsonValue.of(at(step)));
        }
        return JsonValue.object().put("begin", Math.max(begin, from)).put("quantiles", new JsonArray(ahead)).build();
    }

    static FollowedForecast fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        return new FollowedForecast(object.require("begin").asLong(), object.require("quantiles").asList().stream()
                .map(FollowedForecast::doubles).toArray(double[][]::new));
    }

    static double[] doubles(JsonValue json) {
        return json.asList().stream().mapToDouble(JsonValue::asDouble).toArray();
    }
}
