package org.lstm4j.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What one fold of rolling validation came to.
///
/// @param trainingWindows how many windows were trained on
/// @param judgedWindows how many windows the errors are of
/// @param epochs how many there were
/// @param bestEpoch the one whose weights were kept
/// @param model the errors of these weights, in the target's unit
/// @param baselines those of each baseline on the same windows, by name
public record FoldResult(
        int trainingWindows,
        int judgedWindows,
        int epochs,
        int bestEpoch,
        PointMetrics model,
        Map<String, PointMetrics> baselines) {

    public FoldResult {
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    }

    /// Whether MASE is defined: whether some target's training part changes from one season to the next. It depends on the data alone.
    boolean isScaled() {
        return baselines.values().stream().noneMatch(errors -> Double.isNaN(errors.mase()));
    }

    JsonObject toJson(PointMetric measure) {
        JsonValue.ObjectBuilder others = JsonValue.object();
        baselines.forEach((name, errors) -> others.put(name, errors.value(measure)));
        return JsonValue.object()
                .put("error", model.value(measure))
                .put("baselines", others.build())
                .put("training_windows", trainingWindows)
                .put("judged_windows", judgedWindows)
                .put("epochs", epochs)
                .put("best_epoch", bestEpoch)
                .build();
    }
}
