package org.lstm4j.benchmarks.defaults;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonObject;

/// What a training came to on the test part, as `train --json` says it.
///
/// @param windows judged
/// @param mase of the network: mean absolute error over that of seasonal naive in the training part
/// @param seasonalNaive its MASE on the same windows
/// @param nlinear its MASE on the same windows
/// @param best the baseline with the least error
/// @param pValue that the difference to the best baseline is chance; empty where there are too few windows to tell
/// @param coverage80 share of values in the central 80 % interval
/// @param coverage95 the same of 95 %
/// @param seconds from start to end, with reading and trials
record Figures(int windows, double mase, double seasonalNaive, double nlinear, String best, OptionalDouble pValue,
        OptionalDouble coverage80, OptionalDouble coverage95, double seconds) {

    /// That much more than NLinear's error is level with it.
    private static final double LEVEL = 1.01;

    /// @throws IllegalArgumentException when a figure is not there
    static Figures of(JsonObject trained, double seconds) {
        JsonObject test = trained.require("test").asObject();
        JsonObject baselines = trained.require("baselines").asObject();
        JsonObject comparison = trained.require("comparison").asObject();
        return new Figures(trained.require("windows").asInt(), test.require("mase").asDouble(),
                mase(baselines, "seasonal_naive"), mase(baselines, "nlinear"),
                comparison.require("baseline").asText(), number(comparison.get("p_value")),
                number(test.get("coverage_80")), number(test.get("coverage_95")), seconds);
    }

    private static double mase(JsonObject baselines, String name) {
        return baselines.require(name).asObject().require("mase").asDouble();
    }

    private static OptionalDouble number(@Nullable JsonValue value) {
        return value instanceof JsonNumber number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    boolean beatsSeasonalNaive() {
        return mase < seasonalNaive;
    }

    boolean isLevelWithLinear() {
        return mase <= LEVEL * nlinear;
    }

    /// A row of [Defaults#HEADER].
    String row(TrainedFile file) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %.3f | %.3f | %.3f | %s | %s | %s | %s | %.0f |",
                file.name(),
                file.horizon(), windows, mase, nlinear, seasonalNaive, best, text("%.3f", 1, pValue),
                text("%.1f", 100, coverage80), text("%.1f", 100, coverage95), seconds);
    }

    private static String text(String format, double factor, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, factor * value.getAsDouble()) : "-";
    }
}
