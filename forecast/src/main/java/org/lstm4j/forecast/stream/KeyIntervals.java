package org.lstm4j.forecast.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.QuantileCorrection;
import org.lstm4j.forecast.conformal.OnlineCalibration;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;

/// What the intervals of one key have learnt, target by target.
///
/// Quantiles and values are compared in the unit in which corrections are straight lines of what the model says: the target's own, or
/// log(1 + target). Corrections have no unit, so that they are applied in that of each window.
final class KeyIntervals {

    private final List<Target> targets;

    private KeyIntervals(List<Target> targets) {
        this.targets = targets;
    }

    /// One of them.
    private static final class Target {

        private final OnlineCalibration calibration;
        /// known from the first forecast on
        private @Nullable FittedScaler scaler;

        Target(OnlineCalibration calibration, @Nullable FittedScaler scaler) {
            this.calibration = calibration;
            this.scaler = scaler;
        }

        double[][] corrected(int origin, double[][] quantiles, TargetUnit unit) {
            scaler = unit.scaler();
            calibration.follow(origin, straight(quantiles, unit));
            return calibration.corrected(origin, quantiles);
        }

        void observe(int step, double value) {
            calibration.observe(step, straight(scaler, value));
        }

        JsonObject toJson() {
            FittedScaler known = scaler;
            return JsonValue.object()
                    .put("scaler", known == null ? JsonNull.NULL : known.toJson())
                    .put("online", calibration.toJson())
                    .build();
        }

        static Target fromJson(JsonValue json) {
            JsonValue scaler = json.asObject().require("scaler");
            return new Target(OnlineCalibration.fromJson(json.asObject().require("online")),
                    scaler == JsonNull.NULL ? null : FittedScaler.fromJson(scaler));
        }
    }

    /// Ones that know nothing; for a forecaster that gives quantiles.
    static KeyIntervals of(Forecaster forecaster) {
        List<Target> targets = new ArrayList<>();
        for (int target = 0; target < forecaster.schema().targets().size(); target++) {
            targets.add(new Target(new OnlineCalibration(forecaster.levels(), forecaster.horizon()), null));
        }
        return new KeyIntervals(targets);
    }

    /// Corrects a forecast, and has it followed.
    ///
    /// @param origin its first step
    QuantileCorrection at(int origin) {
        return (target, quantiles, unit) -> targets.get(target).corrected(origin, quantiles, unit);
    }

    /// Learns a row.
    ///
    /// @param row beginning with the targets, NaN where missing
    void observe(int step, double[] row) {
        for (int target = 0; target < targets.size(); target++) {
            targets.get(target).observe(step, row[target]);
        }
    }

    /// An object for each target.
    JsonArray toJson() {
        List<JsonValue> all = new ArrayList<>();
        targets.forEach(target -> all.add(target.toJson()));
        return new JsonArray(all);
    }

    /// What [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is of other targets
    static KeyIntervals fromJson(JsonValue json, Forecaster forecaster) {
        List<Target> targets = json.asList().stream().map(Target::fromJson).toList();
        if (targets.size() != forecaster.schema().targets().size()) {
            throw new IllegalArgumentException(
                    "intervals of " + targets.size() + " targets are saved, but the forecaster"
                            + " has " + forecaster.schema().targets().size() + "; give the one they were saved with");
        }
        return new KeyIntervals(targets);
    }

    private static double[][] straight(double[][] quantiles, TargetUnit unit) {
        double[][] straight = new double[quantiles.length][];
        for (int step = 0; step < straight.length; step++) {
            straight[step] = quantiles[step].clone();
            for (int level = 0; level < straight[step].length; level++) {
                straight[step][level] = unit.straight(straight[step][level], step, step + 1);
            }
        }
        return straight;
    }

    /// NaN where a value has no logarithm, and before the first forecast, when nothing is learnt.
    private static double straight(@Nullable FittedScaler scaler, double value) {
        double straight = scaler == null ? Double.NaN : scaler.bent(value);
        return Double.isFinite(straight) ? straight : Double.NaN;
    }
}
