package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Chooses how windows are treated: each candidate is trained for a short while and judged on validation windows, the same for all.
///
/// No candidate is best for every series: beside a linear map a network has little left to learn where a series is linear, and where it is
/// not the map stands in its way.
record TreatmentTrials(WindowPlan plan, WindowParts parts, Compute compute) {

    /// Enough to tell candidates apart, and a small share of a whole training.
    private static final int MOST_TRAINED = 16_384;
    private static final int MOST_JUDGED = 1_000;
    private static final int EPOCHS = 2;

    /// A plan with one treatment left, and windows that have it.
    record Settled(WindowPlan plan, WindowParts parts) {}

    /// @throws TrainingException when the loss becomes NaN or infinite with every candidate
    Settled settle() {
        List<WindowTreatment> candidates = candidates();
        if (candidates.isEmpty()) {
            return new Settled(plan, parts);
        }
        if (candidates.size() == 1 || parts.validation().count() == 0) {
            return settled(candidates.getFirst(), candidates.size() == 1
                    ? "the only candidate"
                    : "the first candidate; without a validation part there is nothing to choose by");
        }
        return byTrial(candidates);
    }

    /// Those that the windows have room for.
    private List<WindowTreatment> candidates() {
        boolean hasSeason = plan.season() > 1 && plan.season() <= plan.window().lookback();
        return plan.settings().candidates().stream()
                .filter(candidate -> hasSeason || candidate.skip() != Skip.SEASONAL)
                .toList();
    }

    private Settled byTrial(List<WindowTreatment> candidates) {
        WindowTreatment best = candidates.getFirst();
        double least = Double.POSITIVE_INFINITY;
        List<String> errors = new ArrayList<>();
        for (WindowTreatment candidate : candidates) {
            double error = error(candidate);
            errors.add(String.format(Locale.ROOT, "%s %.3f", candidate.label(), error));
            if (error < least) {
                best = candidate;
                least = error;
            }
        }
        return settled(best, "least validation error after a short training: " + String.join("; ", errors));
    }

    /// The MASE, or MAE where that is undefined; infinite when training diverges.
    private double error(WindowTreatment candidate) {
        Settled tried = with(candidate, List.of());
        WindowSamples train = tried.parts().train().thinned(MOST_TRAINED);
        WindowSamples validation = tried.parts().validation().thinned(MOST_JUDGED);
        WindowPlan shortened = tried.plan().withSettings(shortened(tried.plan().settings()));
        try {
            NetworkFitting.Fit fit = new NetworkFitting(shortened, compute).fit(train, validation, List.of());
            Evaluation evaluation = new WindowJudge(
                    Forecaster.of(fit.network(), shortened, parts.facts()), compute)
                    .judge(validation, List.of());
            double mase = evaluation.model().mase();
            return Double.isNaN(mase) ? evaluation.model().mae() : mase;
        } catch (TrainingException diverged) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static ForecastSettings shortened(ForecastSettings settings) {
        OptimizationSettings how = settings.optimization();
        return settings.withOptimization(how.withEpochs(Math.min(EPOCHS, how.epochs())));
    }

    private Settled settled(WindowTreatment treatment, String reason) {
        return with(treatment, List.of(
                new Choice("scale", treatment.scaling().label(), reason),
                new Choice("skip", treatment.skip().label(), "chosen with the scale")));
    }

    private Settled with(WindowTreatment treatment, List<Choice> choices) {
        return new Settled(plan.with(treatment, choices),
                parts.withEach(series -> series.withScaling(treatment.scaling())));
    }
}
