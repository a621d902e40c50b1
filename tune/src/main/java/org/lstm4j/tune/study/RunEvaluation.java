package org.lstm4j.tune.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// The errors of a model beside those of the baselines, over the same windows of the test part.
///
/// @param test the model's metrics by their names in JSON: `mase`; null where one is undefined
/// @param baselines the same for each baseline, by its name
/// @param beatsBaselines whether the model is better than each of them
/// @param windows how many windows were judged
/// @param notes what a reader must know about these figures
public record RunEvaluation(
        JsonObject test, JsonObject baselines, boolean beatsBaselines, int windows, List<String> notes) {

    private static final String SCALED = "mase";
    private static final String ABSOLUTE = "mae";

    public RunEvaluation {
        requireMetrics(test);
        baselines.members().values().forEach(metrics -> requireMetrics(metrics.asObject()));
        Checks.requireAtLeast(0, "windows", windows);
        notes = List.copyOf(notes);
    }

    /// The model's value of a metric; NaN when it is undefined, or not known by that name.
    public double metric(String name) {
        return metric(test, name);
    }

    /// A baseline's value of a metric; NaN when it is undefined, or not known by that name.
    public double metric(String baseline, String name) {
        return metric(baselines.require(baseline).asObject(), name);
    }

    /// The baseline with the lowest MASE, or MAE where MASE is undefined.
    public Optional<String> bestBaseline() {
        String measure = Double.isNaN(metric(SCALED)) ? ABSOLUTE : SCALED;
        return baselines.members().keySet().stream()
                .min(Comparator.comparingDouble(baseline -> metric(baseline, measure)));
    }

    /// `test`, `baselines`, `beats_baselines`, `windows` and `notes`.
    public JsonObject toJson() {
        return JsonValue.object()
                .put("test", test)
                .put("baselines", baselines)
                .put("beats_baselines", beatsBaselines)
                .put("windows", windows)
                .put("notes", JsonValue.ofTexts(notes))
                .build();
    }

    /// The reverse of [#toJson]; other members are passed over.
    ///
    /// @throws IllegalArgumentException when that is not what the JSON says
    static RunEvaluation of(JsonObject json) {
        return new RunEvaluation(
                json.require("test").asObject(),
                json.require("baselines").asObject(),
                json.require("beats_baselines").asBoolean(),
                json.require("windows").asInt(),
                json.require("notes").asList().stream().map(JsonValue::asText).toList());
    }

    private static double metric(JsonObject metrics, String name) {
        JsonValue value = metrics.get(name);
        return value == null ? Double.NaN : value.asDouble();
    }

    private static void requireMetrics(JsonObject metrics) {
        metrics.members().values().forEach(JsonValue::asDouble);
    }
}
