package org.lstm4j.forecast.season;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Frequency;

/// Finds the season of a series in its training values.
///
/// 1. Candidates are the calendar cycles of the frequency ([Cycle]): day and week of hourly values (24, 168), week and year of
///    daily ones (7, 365). Where the calendar names none, as for rows without time, they are the highest peaks of the
///    autocorrelation, up to 1000 steps.
/// 2. A candidate needs three whole seasons, a quarter of the values observed, and must stand out of the noise
///    ([HarmonicTest]) with a probability below 1 %; below 1 % divided by the lags looked at for candidates that the values
///    themselves proposed. What a shorter season explains does not count for a longer one.
/// 3. It must be of use: repeating the value of one season ago errs less over a season than repeating the last value, the drift
///    known to both ([LagErrors]). A walk with a faint season has none in this sense.
/// 4. Of those left, the shortest is taken, unless repeating a longer one errs at least 5 % less; then that one.
///
/// Missing values are drawn as lines between observed ones. A series without change has no season. The same values give the
/// same answer on every machine. Thread-safe.
public final class SeasonDetector {

    private static final double SIGNIFICANT = 0.01;
    private static final double WORTH_THE_LENGTH = 0.95;
    private static final int OBSERVED_SHARE = 4;

    private final double[] values;
    private final List<Cycle> cycles;
    private final double significant;

    private SeasonDetector(double[] values, List<Cycle> cycles, double significant) {
        this.values = values;
        this.cycles = cycles;
        this.significant = significant;
    }

    private record Judged(Cycle cycle, double error) {}

    /// Finds the season.
    ///
    /// @param training the values of the training part and nothing after it, NaN where missing
    public static SeasonFinding detect(double[] training, Frequency frequency) {
        int first = SeasonalGaps.firstObserved(training, training.length);
        double[] values = SeasonalGaps.filled(training, lastObserved(training) + 1, 1);
        if (values.length == 0) {
            return SeasonFinding.none("nothing was observed");
        }
        if ((long) OBSERVED_SHARE * observed(training) < values.length) {
            return SeasonFinding.none("less than a quarter of the values from step " + first + " on were observed");
        }
        if (isConstant(values)) {
            return SeasonFinding.none("all values are the same");
        }
        List<Cycle> calendar = Cycle.of(frequency);
        return calendar.isEmpty()
                ? new SeasonDetector(values, CycleSearch.candidates(values),
                        SIGNIFICANT / Math.max(1, CycleSearch.lags(values.length))).searched()
                : new SeasonDetector(values, calendar, SIGNIFICANT).ofCalendar();
    }

    /// Whether one season stands out of the noise, useful or not: step 2 above for a candidate of one's own.
    ///
    /// @param values oldest first, NaN where missing
    /// @param season steps in a season, at least 2
    public static boolean standsOut(double[] values, int season) {
        if (season < 2) {
            throw new IllegalArgumentException("a season has at least 2 steps, but was " + season);
        }
        double[] filled = SeasonalGaps.filled(values, lastObserved(values) + 1, 1);
        return (long) OBSERVED_SHARE * observed(values) >= filled.length
                && HarmonicTest.probability(filled, season, List.of()) < SIGNIFICANT;
    }

    private SeasonFinding ofCalendar() {
        Cycle shortest = cycles.getFirst();
        if (values.length < (long) HarmonicTest.LEAST_SEASONS * shortest.steps()) {
            return SeasonFinding.none("the training part has " + values.length
                    + " steps, fewer than three times a " + shortest);
        }
        return chosen("no " + names() + " stands out of the noise");
    }

    private SeasonFinding searched() {
        return chosen("no cycle of up to " + CycleSearch.lags(values.length) + " steps stands out of the noise");
    }

    private SeasonFinding chosen(String noneStandsOut) {
        List<Cycle> standing = standingOut();
        if (standing.isEmpty()) {
            return SeasonFinding.none(noneStandsOut);
        }
        LagErrors errors = new LagErrors(values, standing.getLast().steps());
        List<Judged> useful = new ArrayList<>();
        for (Cycle cycle : standing) {
            double error = errors.at(cycle.steps());
            if (error < errors.ofLastValue(cycle.steps())) {
                useful.add(new Judged(cycle, error));
            }
        }
        if (useful.isEmpty()) {
            return SeasonFinding.none("a " + standing.getFirst()
                    + " stands out of the noise, but repeating it errs more than repeating the last value");
        }
        return best(useful, errors);
    }

    private List<Cycle> standingOut() {
        List<Cycle> standing = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        for (Cycle cycle : cycles) {
            if (HarmonicTest.probability(values, cycle.steps(), known) < significant) {
                standing.add(cycle);
                known.add(cycle.steps());
            }
        }
        return standing;
    }

    private static SeasonFinding best(List<Judged> useful, LagErrors errors) {
        Judged best = useful.getFirst();
        for (Judged other : useful) {
            if (other.error() < WORTH_THE_LENGTH * best.error()) {
                best = other;
            }
        }
        double lastValue = errors.ofLastValue(best.cycle().steps());
        String reason = "a " + best.cycle() + " stands out of the noise, and repeating it errs "
                + percentLess(best.error(), lastValue) + " less in training than repeating the last value";
        Judged shortest = useful.getFirst();
        if (best.cycle().steps() > shortest.cycle().steps()) {
            reason += ", " + percentLess(best.error(), shortest.error()) + " less than repeating the "
                    + shortest.cycle();
        }
        return new SeasonFinding(best.cycle().steps(), useful.stream().map(judged -> judged.cycle().steps()).toList(),
                reason);
    }

    private static String percentLess(double error, double than) {
        return Math.round(100 * (1 - error / than)) + " %";
    }

    private String names() {
        return String.join(" and no ", cycles.stream()
                .filter(cycle -> values.length >= (long) HarmonicTest.LEAST_SEASONS * cycle.steps())
                .map(Cycle::toString).toList());
    }

    private static int lastObserved(double[] values) {
        int last = values.length - 1;
        while (last >= 0 && Double.isNaN(values[last])) {
            last--;
        }
        return last;
    }

    private static int observed(double[] values) {
        int observed = 0;
        for (double value : values) {
            observed += Double.isNaN(value) ? 0 : 1;
        }
        return observed;
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
