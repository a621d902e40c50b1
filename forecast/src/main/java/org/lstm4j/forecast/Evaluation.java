package org.lstm4j.forecast;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.StepErrors;

/// A model's errors beside those of the baselines, over the same windows, in the target's unit.
///
/// @param model the model's measures
/// @param modelBySteps its errors by step of the horizon
/// @param baselines the measures of each baseline by name, in the order in which they are shown
/// @param baselinesBySteps their errors by step of the horizon
/// @param windows how many windows were judged
/// @param notes what a reader must know about these figures
public record Evaluation(
        PointMetrics model,
        List<StepErrors> modelBySteps,
        Map<String, PointMetrics> baselines,
        Map<String, List<StepErrors>> baselinesBySteps,
        int windows,
        List<String> notes) {

    public Evaluation {
        modelBySteps = List.copyOf(modelBySteps);
        notes = List.copyOf(notes);
    }

    /// Whether the model's MASE (or MAE, where MASE is undefined) is below that of every baseline.
    public boolean beatsBaselines() {
        return baselines.values().stream().allMatch(this::isBelow);
    }

    /// The baseline with the lowest error.
    public String bestBaseline() {
        return baselines.entrySet().stream()
                .min(Map.Entry.comparingByValue((a, b) -> Double.compare(error(a), error(b))))
                .orElseThrow()
                .getKey();
    }

    /// One sentence: whether the model beats the best baseline, and by how much.
    public String verdict() {
        String best = bestBaseline();
        PointMetrics bar = java.util.Objects.requireNonNull(baselines.get(best));
        String measure = isScaled() ? "MASE" : "mean absolute error";
        String name = best.replace('_', ' ');
        String by = error(bar) == 0
                ? name + ", the best of them, makes no error"
                : String.format(Locale.ROOT, "its %s is %.2f times that of %s, the best of them", measure,
                        error(model) / error(bar), name);
        return (beatsBaselines() ? "the LSTM beats every baseline: " : "the LSTM does not beat every baseline: ") + by;
    }

    private boolean isBelow(PointMetrics baseline) {
        return error(model) < error(baseline);
    }

    private double error(PointMetrics metrics) {
        return isScaled() ? metrics.mase() : metrics.mae();
    }

    /// Whether methods are compared by their MASE.
    private boolean isScaled() {
        return !Double.isNaN(model.mase());
    }
}
