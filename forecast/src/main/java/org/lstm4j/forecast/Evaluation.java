package org.lstm4j.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.significance.SkillComparison;

/// A model's errors beside those of the baselines, over the same windows, in the target's unit.
///
/// @param model the model's measures
/// @param modelBySteps its errors by step of the horizon
/// @param baselines the measures of each baseline by name, in the order in which they are shown
/// @param baselinesBySteps their errors by step of the horizon
/// @param intervals how honest the intervals are, where the model gives any
/// @param comparison whether the model and the best baseline differ by more than chance, where that was asked
/// @param windows how many windows were judged
/// @param notes what a reader must know about these figures
public record Evaluation(
        PointMetrics model,
        List<StepErrors> modelBySteps,
        Map<String, PointMetrics> baselines,
        Map<String, List<StepErrors>> baselinesBySteps,
        Optional<IntervalEvaluation> intervals,
        Optional<SkillComparison> comparison,
        int windows,
        List<String> notes) {

    /// Ratios nearer to 1 than this would be written as 1.00.
    private static final double LEAST_SHOWN = 0.005;
    private static final String NAIVE2 = "naive2";

    public Evaluation {
        modelBySteps = List.copyOf(modelBySteps);
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
        baselinesBySteps = Collections.unmodifiableMap(new LinkedHashMap<>(baselinesBySteps));
        notes = List.copyOf(notes);
    }

    /// Of a model that gives no intervals.
    public Evaluation(
            PointMetrics model,
            List<StepErrors> modelBySteps,
            Map<String, PointMetrics> baselines,
            Map<String, List<StepErrors>> baselinesBySteps,
            int windows,
            List<String> notes) {
        this(model, modelBySteps, baselines, baselinesBySteps, Optional.empty(), Optional.empty(), windows, notes);
    }

    /// With what a test says of model and best baseline.
    Evaluation withComparison(SkillComparison tested) {
        return new Evaluation(model, modelBySteps, baselines, baselinesBySteps, intervals, Optional.of(tested), windows,
                notes);
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

    /// One sentence: whether the model beats the best baseline, by how much, and whether that could be chance.
    public String verdict() {
        return claim() + comparison.map(tested -> tested.chance("; ")).orElse("");
    }

    /// The first part of [#verdict]: whether the model beats the best baseline, and by how much.
    public String claim() {
        return (beatsBaselines() ? "the LSTM beats every baseline: " : "the LSTM does not beat every baseline: ")
                + againstBest();
    }

    /// A part of a sentence: how the model's error compares with that of the best baseline.
    private String againstBest() {
        String best = bestBaseline();
        double own = error(model);
        double bar = error(Objects.requireNonNull(baselines.get(best)));
        String measure = isScaled() ? "MASE" : "mean absolute error";
        String name = best.replace('_', ' ') + ", the best of them";
        if (bar == 0) {
            return name + ", makes no error" + (own == 0 ? " either" : "");
        }
        if (Double.isNaN(own / bar)) {
            return "its " + measure + " is undefined";
        }
        return "its " + measure + " is " + comparison(own / bar) + " that of " + name;
    }

    /// The measure of the M4 competition of a method: the mean of its sMAPE and its MASE, each divided by that of Naive2. NaN where Naive2
    /// was not judged, or makes no error.
    public double owa(PointMetrics metrics) {
        PointMetrics bar = baselines.get(NAIVE2);
        return bar == null ? Double.NaN : Metrics.owa(metrics.smape(), metrics.mase(), bar.smape(), bar.mase());
    }

    /// `0.70 times`, but in words where two decimals would say `1.00 times`.
    private static String comparison(double ratio) {
        if (ratio == 1) {
            return "the same as";
        }
        if (Math.abs(ratio - 1) < LEAST_SHOWN) {
            return "less than half a percent " + (ratio < 1 ? "below" : "above");
        }
        return String.format(Locale.ROOT, ratio < 100 ? "%.2f times" : "%.0f times", ratio);
    }

    private boolean isBelow(PointMetrics baseline) {
        return error(model) < error(baseline);
    }

    private double error(PointMetrics metrics) {
        return isScaled() ? metrics.mase() : metrics.mae();
    }

    /// Whether methods are compared by their MASE, and not by their MAE.
    public boolean isScaled() {
        return !Double.isNaN(model.mase());
    }
}
