package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.baseline.SeasonalNaiveBaseline;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.Callback;

/// Chooses how windows are treated: each candidate is trained for a short while and judged on validation windows, the same for all; the three
/// best are trained four times as long, and the best of these is chosen. What is ahead after a moment need not be later.
///
/// No candidate is best for every series: beside a linear map a network has little left to learn where a series is linear, and where it is
/// not the map stands in its way. But the map is also what a forecast should not be worse than. So another way is taken only when it is ahead
/// of the best candidate beside a map by more than chance; on a short validation part hardly anything is. What many series say of a few days counts only
/// where these make up a whole longer season, such as a week.
///
/// Neither should a forecast be worse than one that learns nothing. Where the last value errs less on validation windows than what was chosen, it
/// takes the place of the skip path, and the network is left what is to be learnt beside it. Where the last value errs less than the season before,
/// as on a random walk, it stays unless another way is ahead of it by more than chance, and what the network adds to it later must be so as well.
///
/// @param callbacks hear which candidate is tried
record TreatmentTrials(WindowPlan plan, WindowParts parts, Compute compute, List<Callback> callbacks) {

    private static final Round FIRST = new Round(16_384, 10);
    private static final Round SECOND = new Round(65_536, 40);
    private static final int IN_SECOND = 3;
    private static final int MOST_JUDGED = 1_000;
    /// Skip paths of one scaling whose errors are no further apart may stand beside the networks in turns.
    private static final double ALIKE = 1.05;

    /// A plan with one treatment left, and windows that have it.
    ///
    /// @param walk whether series look like random walks, and nothing tried was better than their last value by more than chance
    record Settled(WindowPlan plan, WindowParts parts, boolean walk) {}

    /// Treatments by rank, and whether they are of a random walk.
    private record Ranked(List<TreatmentTrial> trials, boolean walk) {}

    /// @throws TrainingException when the loss becomes NaN or infinite with every candidate
    Settled settle() {
        List<WindowTreatment> candidates = candidates();
        if (candidates.isEmpty()) {
            return new Settled(plan, parts, false);
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
                    case NONE, LAST, LINEAR -> true;
                    case SEASONAL -> isSeen(plan.season());
                    case LONG_SEASONAL -> isSeen(plan.longSeason());
                })
                .toList();
    }

    private boolean isSeen(int season) {
        return season > 1 && season <= plan.window().lookback();
    }

    private Settled byTrial(List<WindowTreatment> candidates) {
        List<WindowTreatment> left = candidates;
        StringBuilder reason = new StringBuilder("least validation error ");
        int done = 0;
        if (candidates.size() > IN_SECOND) {
            List<TreatmentTrial> first = trials(candidates, FIRST, 0);
            reason.append("after a short training: ").append(TreatmentTrial.text(first)).append("; and of the best ");
            left = inSecond(best(first));
            done = first.size();
        }
        List<TreatmentTrial> last = trials(left, SECOND, done);
        reason.append("after a longer one: ").append(TreatmentTrial.text(last));
        List<TreatmentTrial> ranked = chosenFirst(best(last), reason);
        Ranked safe = candidates.stream().map(WindowTreatment::skip).distinct().count() > 1
                ? noWorseThanNaive(ranked, reason)
                : new Ranked(ranked, false);
        Settled settled = settled(safe.trials().getFirst().treatment(), reason.toString());
        return new Settled(settled.plan().withSkips(alike(safe.trials())), settled.parts(), safe.walk());
    }

    /// The naive forecast alone, where it errs less than what comes first; or where it errs less than the season before, as on a random walk, and
    /// what comes first is ahead of it by no more than chance.
    private Ranked noWorseThanNaive(List<TreatmentTrial> ranked, StringBuilder reason) {
        TreatmentTrial chosen = ranked.getFirst();
        if (chosen.said().isEmpty()) {
            return new Ranked(ranked, false);
        }
        int season = plan.season();
        TreatmentTrial naive = chosen.insteadOf(new NaiveBaseline(), season);
        boolean isWalk = naive.error() <= chosen.insteadOf(new SeasonalNaiveBaseline(season), season).error();
        if (naive.error() < chosen.error()) {
            reason.append(String.format(Locale.ROOT, "; the last value alone errs less: %.3f", naive.error()));
            return new Ranked(List.of(naive), isWalk);
        }
        if (isWalk && !chosen.isProvenBetterThan(naive)) {
            reason.append(
                    String.format(Locale.ROOT, "; that this is ahead of the last value alone, %.3f, could be chance",
                            naive.error()));
            return new Ranked(List.of(naive), true);
        }
        return new Ranked(ranked, false);
    }

    /// The best ones, and the best beside a map.
    private static List<WindowTreatment> inSecond(List<TreatmentTrial> ranked) {
        List<TreatmentTrial> left = new ArrayList<>(ranked.subList(0, IN_SECOND));
        safest(ranked).filter(safe -> !left.contains(safe)).ifPresent(left::add);
        return left.stream().map(TreatmentTrial::treatment).toList();
    }

    /// The best that stands beside a linear map.
    private static Optional<TreatmentTrial> safest(List<TreatmentTrial> ranked) {
        return ranked.stream().filter(trial -> trial.treatment().skip() == Skip.LINEAR).findFirst();
    }

    /// The best beside a map comes first, unless another is ahead of it by more than chance.
    private List<TreatmentTrial> chosenFirst(List<TreatmentTrial> ranked, StringBuilder reason) {
        TreatmentTrial best = ranked.getFirst();
        Optional<TreatmentTrial> safe = safest(ranked)
                .filter(trial -> !best.isProvenBetterThan(trial, plan.longSeason()));
        if (safe.isEmpty() || best.treatment().skip() == Skip.LINEAR) {
            return ranked;
        }
        reason.append("; that ").append(best.treatment().label()).append(" is ahead could be chance");
        List<TreatmentTrial> chosen = new ArrayList<>(ranked);
        chosen.remove(safe.get());
        chosen.addFirst(safe.get());
        return chosen;
    }

    private List<TreatmentTrial> trials(List<WindowTreatment> candidates, Round round, int done) {
        List<TreatmentTrial> trials = new ArrayList<>();
        for (WindowTreatment candidate : candidates) {
            FittingListener.tell(callbacks, String.format(Locale.ROOT, "trying %s%s (%d of %d)", candidate.label(),
                    done > 0 ? " for longer" : "", trials.size() + 1, candidates.size()), 0);
            trials.add(trial(candidate, round));
        }
        return trials;
    }

    /// The best first; of equal ones those that were tried first.
    private static List<TreatmentTrial> best(List<TreatmentTrial> trials) {
        return trials.stream().sorted(Comparator.comparingDouble(TreatmentTrial::error)).toList();
    }

    private static List<Skip> alike(List<TreatmentTrial> ranked) {
        TreatmentTrial best = ranked.getFirst();
        return ranked.stream()
                .filter(trial -> trial.treatment().scaling() == best.treatment().scaling()
                        && trial.error() <= ALIKE * best.error())
                .map(trial -> trial.treatment().skip())
                .toList();
    }

    /// How long candidates are trained.
    ///
    /// @param windows gone through; few of them several times
    /// @param mostEpochs times that they are gone through at most
    private record Round(int windows, int mostEpochs) {

        ForecastSettings shortened(ForecastSettings settings, int available) {
            OptimizationSettings how = settings.optimization();
            int epochs = Math.clamp(windows / Math.max(1, available), 1, mostEpochs);
            return settings.withOptimization(how
                    .withEpochs(Math.min(epochs, how.epochs()))
                    .withBatchesPerEpoch(0)
                    .withNetworks(1));
        }
    }

    /// Infinitely wrong when training diverges.
    private TreatmentTrial trial(WindowTreatment candidate, Round round) {
        Settled tried = with(candidate, List.of());
        WindowSamples train = tried.parts().train().thinned(round.windows());
        WindowSamples validation = tried.parts().validation().thinned(MOST_JUDGED);
        WindowPlan shortened = tried.plan().withSettings(round.shortened(tried.plan().settings(), train.count()));
        try {
            NetworkFitting.Fit fit = new NetworkFitting(shortened, compute).fit(train, validation, List.of());
            List<JudgedForecast> said = Forecaster.of(fit.network(), shortened, parts.facts())
                    .foretell(validation, compute);
            return TreatmentTrial.of(candidate, said, plan.season());
        } catch (TrainingException diverged) {
            return TreatmentTrial.diverged(candidate);
        }
    }

    private Settled settled(WindowTreatment treatment, String reason) {
        return with(treatment, List.of(
                new Choice("scale", treatment.scaling().label(), reason),
                new Choice("skip", treatment.skip().label(), "chosen with the scale")));
    }

    private Settled with(WindowTreatment treatment, List<Choice> choices) {
        return new Settled(plan.with(treatment, choices),
                parts.withEach(series -> series.withScaling(treatment.scaling())), false);
    }
}
