package org.lstm4j.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// How good settings are by [RollingValidation]. Equal where settings, data and plan are, on every machine and any number of threads.
///
/// @param folds in time order; where one failed, those before it
/// @param failure why there is no error to speak of, such as that training diverged
public record RollingResult(List<FoldResult> folds, Optional<String> failure) {

    public RollingResult {
        folds = List.copyOf(folds);
    }

    /// What the errors are: MASE, or MAE where MASE is undefined in some fold. It depends on the data and not on the settings, so that
    /// errors of different settings can be compared.
    public PointMetric measure() {
        return folds.stream().allMatch(FoldResult::isScaled) ? PointMetric.MASE : PointMetric.MAE;
    }

    /// The mean over the folds; infinite after a failure.
    public double error() {
        return failure.isPresent() ? Double.POSITIVE_INFINITY : mean(fold -> fold.model().value(measure()));
    }

    /// The mean error of each baseline over the same windows, by name: a yardstick. Empty where no fold came to an end.
    public Map<String, Double> baselines() {
        Map<String, Double> means = new LinkedHashMap<>();
        if (!folds.isEmpty()) {
            PointMetric measure = measure();
            folds.getFirst().baselines().forEach((name, _) -> means.put(name,
                    mean(fold -> Objects.requireNonNull(fold.baselines().get(name)).value(measure))));
        }
        return means;
    }

    /// `measure`, `error`, `baselines` and `folds`; with `failure` in place of the error where there was one.
    public JsonObject toJson() {
        PointMetric measure = measure();
        JsonValue.ObjectBuilder json = JsonValue.object();
        failure.ifPresentOrElse(
                reason -> json.put("failure", reason),
                () -> json.put("measure", measure.key()).put("error", error()));
        JsonValue.ObjectBuilder others = JsonValue.object();
        baselines().forEach(others::put);
        List<JsonValue> each = folds.stream().map(fold -> (JsonValue) fold.toJson(measure)).toList();
        return json.put("baselines", others.build()).put("folds", new JsonArray(each)).build();
    }

    /// In the order of the folds, so that the bits do not depend on how a stream adds.
    private double mean(ToDoubleFunction<FoldResult> error) {
        double sum = 0;
        for (FoldResult fold : folds) {
            sum += error.applyAsDouble(fold);
        }
        return sum / folds.size();
    }
}
