package org.lstm4j.forecast.conformal;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// Quantile forecasts of a stream, corrected by what comes true as it comes: coverage is kept also when the world changes.
///
/// For every step of the horizon and every level τ it keeps the latest errors y − q and an adapted level a, at first τ. A
/// quantile is moved by the a-quantile of these errors. After each actual value
///
/// ```
/// a ← a + γ·(τ − [y was at or below the moved quantile])
/// ```
///
/// so that a level that is passed too often moves outwards. Over a long time the share below a quantile comes to τ, whatever the
/// data do; a stays between 0 and 1, where the outermost kept error is the offset, so that right after a jump beyond all of them
/// some more values may be missed. Corrected quantiles are sorted.
///
/// What is observed h steps after a forecast corrects the forecasts made from then on; the quantile is judged with the offset
/// of the moment of observation.
///
/// Source: Gibbs and Candès, Adaptive Conformal Inference Under Distribution Shift, 2021, with a level for each side of an
/// interval. Mutable, not thread-safe; its state can be written and read. An observation costs levels times the sorting of the
/// memory.
public final class AdaptiveCalibration {

    private final AdaptiveSettings settings;
    private final double[] levels;
    /// a: [steps][levels].
    private final double[][] adapted;
    /// [steps][levels].
    private final RecentScores[][] recent;

    /// One that has seen nothing: it moves no quantile until the first observation.
    ///
    /// @param levels of the quantiles, rising, each above 0 and below 1
    /// @param steps of the horizon, 1 or more
    public AdaptiveCalibration(double[] levels, int steps, AdaptiveSettings settings) {
        Shapes.requireLevels(levels);
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "an adaptive calibration needs 1 step ahead or more, but was given " + steps
                            + "; give the horizon of the forecasts");
        }
        this.settings = settings;
        this.levels = levels.clone();
        adapted = new double[steps][];
        recent = new RecentScores[steps][levels.length];
        for (int step = 0; step < steps; step++) {
            adapted[step] = levels.clone();
            for (int level = 0; level < levels.length; level++) {
                recent[step][level] = new RecentScores(settings.memory());
            }
        }
    }

    /// One that has observed the windows of a calibration, in their order.
    public static AdaptiveCalibration of(CalibrationWindows windows, AdaptiveSettings settings) {
        double[] levels = new double[windows.levels()];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = windows.level(level);
        }
        AdaptiveCalibration calibration = new AdaptiveCalibration(levels, windows.steps(), settings);
        for (int window = 0; window < windows.windows(); window++) {
            for (int step = 0; step < windows.steps(); step++) {
                calibration.observe(step, windows.forecast(window, step), windows.actual(window, step),
                        windows.scale(window));
            }
        }
        return calibration;
    }

    /// Learns what came true of a forecast.
    ///
    /// @param step of the horizon, from 0
    /// @param raw the forecast for that step as the model made it, not as it was corrected: [levels]
    /// @param actual what came true; NaN, where that is not known, changes nothing
    /// @param scale of the window, above 0; 1 where none are used
    public void observe(int step, double[] raw, double actual, double scale) {
        requireStep(step);
        Shapes.requireForecast("the forecast", new double[][]{raw}, 1, levels.length);
        Shapes.requireScale(scale);
        if (Double.isNaN(actual)) {
            return;
        }
        for (int level = 0; level < levels.length; level++) {
            double score = (actual - raw[level]) / scale;
            boolean covered = score <= recent[step][level].at(adapted[step][level]);
            double moved = adapted[step][level] + settings.rate() * (levels[level] - (covered ? 1 : 0));
            adapted[step][level] = Math.clamp(moved, 0, 1);
            recent[step][level].add(score);
        }
    }

    /// The corrected quantiles of a step, rising.
    ///
    /// @param step of the horizon, from 0
    /// @param raw the forecast for that step: [levels]
    /// @param scale of the window, above 0; 1 where none are used
    public double[] corrected(int step, double[] raw, double scale) {
        requireStep(step);
        Shapes.requireForecast("the forecast", new double[][]{raw}, 1, levels.length);
        Shapes.requireScale(scale);
        double[] offsets = new double[levels.length];
        for (int level = 0; level < offsets.length; level++) {
            offsets[level] = recent[step][level].at(adapted[step][level]);
        }
        return Offsets.moved(raw, offsets, scale);
    }

    /// The level that now stands for a level at a step: further out than it after misses.
    public double adaptedLevel(int step, int level) {
        requireStep(step);
        return adapted[step][level];
    }

    private void requireStep(int step) {
        if (step < 0 || step >= adapted.length) {
            throw new IllegalArgumentException("step " + step + " was not calibrated; steps are counted from 0 to "
                    + (adapted.length - 1));
        }
    }

    /// Everything that it knows.
    public JsonObject toJson() {
        List<JsonValue> steps = new ArrayList<>(adapted.length);
        for (int step = 0; step < adapted.length; step++) {
            List<JsonValue> scores = new ArrayList<>(levels.length);
            for (RecentScores ofLevel : recent[step]) {
                scores.add(JsonValue.of(ofLevel.values()));
            }
            steps.add(JsonValue.object().put("adapted", adapted[step]).put("scores", new JsonArray(scores)).build());
        }
        return JsonValue.object()
                .put("rate", settings.rate())
                .put("memory", settings.memory())
                .put("levels", levels)
                .put("steps", new JsonArray(steps))
                .build();
    }

    /// Goes on as the one that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static AdaptiveCalibration fromJson(JsonValue json) {
        JsonObject object = json.asObject();
        AdaptiveSettings settings = new AdaptiveSettings(object.require("rate").asDouble(),
                object.require("memory").asInt());
        List<JsonValue> steps = object.require("steps").asList();
        AdaptiveCalibration calibration = new AdaptiveCalibration(doubles(object.require("levels")), steps.size(),
                settings);
        for (int step = 0; step < steps.size(); step++) {
            calibration.read(step, steps.get(step).asObject());
        }
        return calibration;
    }

    private void read(int step, JsonObject json) {
        double[] read = doubles(json.require("adapted"));
        Shapes.requireLength("step " + step + " has ", read.length, levels.length, "adapted levels");
        System.arraycopy(read, 0, adapted[step], 0, read.length);
        List<JsonValue> scores = json.require("scores").asList();
        Shapes.requireLength("step " + step + " has scores for ", scores.size(), levels.length, "levels");
        for (int level = 0; level < levels.length; level++) {
            for (double score : doubles(scores.get(level))) {
                recent[step][level].add(score);
            }
        }
    }

    private static double[] doubles(JsonValue json) {
        return json.asList().stream().mapToDouble(JsonValue::asDouble).toArray();
    }
}
