package org.lstm4j.forecast.prepare;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Values brought to a common scale: scaled = (x − shift) / scale.
///
/// @param shift in the unit of the values
/// @param scale in the unit of the values; not 0
public record FittedScaler(double shift, double scale) {

    public FittedScaler {
        if (!Double.isFinite(shift) || !Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException(
                    "shift and scale must be finite and the scale not 0: " + shift + ", " + scale);
        }
    }

    /// To the common scale; NaN stays NaN.
    public double scaled(double value) {
        return (value - shift) / scale;
    }

    /// Back to the original unit.
    public double original(double scaled) {
        return scaled * scale + shift;
    }

    public JsonObject toJson() {
        return JsonValue.object().put("shift", shift).put("scale", scale).build();
    }

    public static FittedScaler fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        return new FittedScaler(object.require("shift").asDouble(), object.require("scale").asDouble());
    }
}
