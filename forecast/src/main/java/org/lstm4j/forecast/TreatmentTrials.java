package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.Callback;

/// Chooses how windows are treated: each candidate is trained for a short while and judged on validation windows, the same for all.
///
/// No candidate is best for every series: beside a linear map a network has little left to learn where a series is linear, and where it is
/// not the map stands in its way.
///
/// @param callbacks hear which candidate is tried
record TreatmentTrials(WindowPlan plan, WindowParts parts, Compute compute, List<Callback> callbacks) {

    /// Enough to tell candidates apart, and a small share of a whole training: few windows are gone through several times.
    private static final int TRAINED = 16_384;
    private static final int MOST_EPOCHS = 10;
    private static final int MOST_JUDGED = 1_000;
    /// Skip paths of one scaling whose errors are no further apart may stand beside the networks in turns.
    private static final double ALIKE = 1.05;

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
        return plan.settings().candidates().stream()
                .filter(candidate -> switch (candidate.skip()) {
                    case NONE, LINEAR -> true;
                    case SEASONAL -> isSeen(plan.season());
                    case LONG_SEASONAL -> isSeen(plan.longSeason());
                })
                .toList();
    }

    private boolean isSeen(int season) {
        return season > 1 && season <= plan.window().lookback();
    }

    private Settled byTrial(List<WindowTreatment> candidates) {
        List<Trial> trials = new ArrayList<>();
        for (WindowTreatment candidate : candidates) {
            FittingListener.tell(callbacks, String.format(Locale.ROOT, "trying %s (%d of %d)", candidate.label(),
                    trials.size() + 1, candidates.size()), 0);
            trials.add(new Trial(candidate, error(candidate)));
        }
        String errors = trials.stream().map(Trial::text).collect(Collectors.joining("; "));
        trials.sort(Comparator.comparingDouble(Trial::error));
        Trial best = trials.getFirst();
        Settled settled = settled(best.treatment(), "least validation error after a short training: " + errors);
        List<Skip> alike = trials.stream()
                .filter(trial -> trial.treatment().scaling() == best.treatment().scaling()
                        && trial.error() <= ALIKE * best.error())
                .map(trial -> trial.treatment().skip())
                .toList();
        return new Settled(settled.plan().withSkips(alike), settled.parts());
    }

    /// A candidate and its validation error.
    private record Trial(WindowTreatment treatment, double error) {

        String text() {
            return String.format(Locale.ROOT, "%s %.3f", treatment.label(), error);
        }
    }

    /// The MASE, or MAE where that is undefined; infinite when training diverges.
    private double error(WindowTreatment candidate) {
        Settled tried = with(candidate, List.of());
        WindowSamples train = tried.parts().train().thinned(TRAINED);
        WindowSamples validation = tried.parts().validation().thinned(MOST_JUDGED);
        WindowPlan shortened = tried.plan().withSettings(shortened(tried.plan().settings(), train.count()));
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

    private static ForecastSettings shortened(ForecastSettings settings, int windows) {
        OptimizationSettings how = settings.optimization();
        int epochs = Math.clamp(TRAINED / Math.max(1, windows), 1, MOST_EPOCHS);
        return settings.withOptimization(how
                .withEpochs(Math.min(epochs, how.epochs()))
                .withBatchesPerEpoch(0)
                .withNetworks(1));
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
