package org.lstm4j.forecast.deepar;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Brings numbers to mean 0 and deviation 1: (value − mean) / deviation.
///
/// @param mean finite
/// @param deviation above 0
record Standardization(double mean, double deviation) {

    Standardization {
        if (!(Double.isFinite(mean) && deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mean must be finite and deviation above 0: " + mean + ", " + deviation);
        }
    }

    /// That of the first `count` numbers; of deviation 1 where all are the same or there are none.
    static Standardization of(double[] values, int count) {
        double sum = 0;
        for (int index = 0; index < count; index++) {
            sum += values[index];
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (int index = 0; index < count; index++) {
            squares += (values[index] - mean) * (values[index] - mean);
        }
        double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        return new Standardization(mean, deviation > 0 ? deviation : 1);
    }

    float of(double value) {
        return (float) ((value - mean) / deviation);
    }

    JsonObject toJson() {
        return JsonValue.object().put("mean", mean).put("deviation", deviation).build();
    }

    static Standardization fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        return new Standardization(object.require("mean").asDouble(), object.require("deviation").asDouble());
    }
}
