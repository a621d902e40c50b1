package org.lstm4j.forecast;

import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.significance.ComparisonOutcome;

/// A treatment that was tried.
///
/// @param error on validation windows: MASE, or MAE where that is undefined; infinite when training diverged
/// @param said of these windows, in their order; nothing when training diverged
record TreatmentTrial(WindowTreatment treatment, double error, List<JudgedForecast> said) {

    /// The usual level of a test.
    private static final double CHANCE = 0.05;

    TreatmentTrial {
        said = List.copyOf(said);
    }

    static TreatmentTrial of(WindowTreatment treatment, List<JudgedForecast> said, int season) {
        Judgement judgement = judgement(Baseline.standard(season), said);
        said.forEach(judgement::add);
        PointMetrics metrics = judgement.evaluation(said.size()).model();
        double error = Double.isNaN(metrics.mase()) ? metrics.mae() : metrics.mase();
        return new TreatmentTrial(treatment, error, said);
    }

    static TreatmentTrial diverged(WindowTreatment treatment) {
        return new TreatmentTrial(treatment, Double.POSITIVE_INFINITY, List.of());
    }

    /// What a baseline says of the same windows, as if [the last value][Skip#LAST] had been tried.
    TreatmentTrial insteadOf(Baseline baseline, int season) {
        List<JudgedForecast> all = said.stream().map(JudgedForecast::window)
                .map(window -> new JudgedForecast(window,
                        baseline.forecast(window.values(), window.origin(), window.horizon()), Optional.empty()))
                .toList();
        return of(new WindowTreatment(treatment.scaling(), Skip.LAST), all, season);
    }

    /// Whether this one errs less than another on the same windows, and chance hardly explains it.
    boolean isProvenBetterThan(TreatmentTrial other) {
        return isProvenBetterThan(other, 1);
    }

    /// Whether that holds beyond the days of these windows as well. Where series are the witnesses, their windows must reach over a whole cycle: on the same
    /// few days of a week all series say the same of these days, and nothing of the others.
    ///
    /// @param cycle in steps
    boolean isProvenBetterThan(TreatmentTrial other, int cycle) {
        if (other.said().isEmpty()) {
            return !said.isEmpty();
        }
        Judgement judgement = judgement(List.of(new NaiveBaseline()), said); // in whose place the other one stands
        for (int index = 0; index < said.size(); index++) {
            judgement.add(stepFromEnd(said.get(index)), said.get(index), List.of(other.said().get(index).point()));
        }
        return judgement.evaluation(said.size()).comparison()
                .map(tested -> tested.outcome() == ComparisonOutcome.TESTED
                        && tested.statistic() < 0 && tested.pValue() < CHANCE
                        && (!tested.method().isOverSeries() || reach() >= cycle))
                .orElse(false);
    }

    /// Steps from the earliest to the latest target, series aligned at their ends.
    private long reach() {
        LongSummaryStatistics steps = said.stream().mapToLong(TreatmentTrial::stepFromEnd).summaryStatistics();
        return steps.getMax() - steps.getMin() + said.getFirst().window().horizon();
    }

    private static long stepFromEnd(JudgedForecast one) {
        return (long) one.window().origin() - one.window().series().series().steps();
    }

    private static Judgement judgement(List<Baseline> baselines, List<JudgedForecast> said) {
        return new Judgement(baselines, said.getFirst().window().horizon(), 1, false, List.of());
    }

    /// `revin, skip linear 0.986; last, skip linear 0.991`.
    static String text(List<TreatmentTrial> trials) {
        return trials.stream()
                .map(trial -> String.format(Locale.ROOT, "%s %.3f", trial.treatment().label(), trial.error()))
                .collect(Collectors.joining("; "));
    }
}
