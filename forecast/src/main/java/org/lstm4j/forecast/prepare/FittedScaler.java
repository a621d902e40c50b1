package org.lstm4j.forecast.prepare;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Values brought to a common scale: scaled = (curve(x) − shift) / scale.
///
/// @param curve what is done to a value first
/// @param shift in the unit of the curve's results
/// @param scale in the unit of the curve's results; not 0
public record FittedScaler(Curve curve, double shift, double scale) {

    /// What is done to a value before shift and scale.
    public enum Curve {
        /// Nothing.
        LINEAR("linear") {
            @Override
            double bent(double value) {
                return value;
            }

            @Override
            double unbent(double value) {
                return value;
            }
        },
        /// log(1 + x), for values above −1 that grow and swing in proportion to their level: counts, sales, traffic.
        LOG("log") {
            @Override
            double bent(double value) {
                return StrictMath.log1p(value);
            }

            @Override
            double unbent(double value) {
                return StrictMath.expm1(value);
            }
        };

        private final String label;

        Curve(String label) {
            this.label = label;
        }

        abstract double bent(double value);

        abstract double unbent(double value);
    }

    public FittedScaler {
        if (!Double.isFinite(shift) || !Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException(
                    "shift and scale must be finite, and scale not 0: " + shift + ", " + scale);
        }
    }

    /// Without a curve.
    public FittedScaler(double shift, double scale) {
        this(Curve.LINEAR, shift, scale);
    }

    /// To the common scale; NaN stays NaN.
    public double scaled(double value) {
        return (curve.bent(value) - shift) / scale;
    }

    /// To the unit of the curve's results, as [TargetUnit#straight] gives it.
    public double bent(double value) {
        return curve.bent(value);
    }

    /// Back to the original unit.
    public double original(double scaled) {
        return curve.unbent(scaled * scale + shift);
    }

    /// Back to the unit of the curve's results, which for a linear one is the original unit.
    double straight(double scaled) {
        return scaled * scale + shift;
    }

    public JsonObject toJson() {
        return JsonValue.object().put("curve", curve.label).put("shift", shift).put("scale", scale).build();
    }

    /// The scaler that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static FittedScaler fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        String label = object.require("curve").asText();
        for (Curve curve : Curve.values()) {
            if (curve.label.equals(label)) {
                return new FittedScaler(curve, object.require("shift").asDouble(), object.require("scale").asDouble());
            }
        }
        throw new IllegalArgumentException("no scaling curve is called '" + label + "'");
    }
}
