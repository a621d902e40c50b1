package org.lstm4j.forecast.prepare;

import java.time.ZoneId;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;

/// Finds the frequency of a series in its times.
///
/// The rule, over the distances between neighbouring times after sorting and
/// joining duplicates:
///
/// 1. Mixed frequencies are refused: see [MixedFrequency].
/// 2. Months: the most common number of whole calendar months between times on
///    the same day of the month (or all on the last day), when at least 90 % of
///    the distances are multiples of it.
/// 3. A fixed step: the most common distance, when at least 90 % of the
///    distances are whole multiples of it. A step of whole days is measured on
///    the zone's wall clock, any other exactly.
/// 4. Months with wandering days (the first trading day, say): the most common
///    number of months from one time's month to the next one's, when no month
///    has two times and at least 90 % of the distances are multiples of it.
/// 5. Otherwise the times are irregular, and the frequency has to be given.
///
/// A multiple of the step is a gap; the tenth that need not be a multiple
/// leaves room for single times off the grid, each of which spoils two
/// distances.
final class FrequencyDetector {

    /// The share of distances a step must explain.
    static final double EXPLAINED = 0.9;

    private FrequencyDetector() {}

    /// The frequency of the rows.
    ///
    /// @throws DataException when there are fewer than two times, or mixed or irregular ones
    static Frequency detect(OrderedRows rows, ZoneId zone) {
        if (rows.times().length < 2) {
            throw tooFew(rows);
        }
        StepDistances distances = new StepDistances(rows.times(), zone);
        MixedFrequency.refuse(rows, distances);
        return find(distances).orElseThrow(() -> irregular(rows, distances));
    }

    private static Optional<Frequency> find(StepDistances distances) {
        long months = distances.mostCommon(distances::months);
        if (months > 0 && explains(distances, new CalendarMonths((int) months))) {
            return Optional.of(new CalendarMonths((int) months));
        }
        Frequency fixed = fixedStep(distances);
        if (explains(distances, fixed)) {
            return Optional.of(fixed);
        }
        return wanderingMonths(distances);
    }

    private static Frequency fixedStep(StepDistances distances) {
        FixedStep wallClock = new FixedStep(Math.max(1, distances.mostCommon(distances::wallClock)));
        return wallClock.isWholeDays() ? wallClock : new FixedStep(distances.mostCommon(distances::exact));
    }

    private static Optional<Frequency> wanderingMonths(StepDistances distances) {
        long months = distances.mostCommon(distances::looseMonths);
        int multiples = 0;
        for (int i = 0; i < distances.count(); i++) {
            if (distances.looseMonths(i) == 0) {
                return Optional.empty();
            }
            multiples += distances.looseMonths(i) % months == 0 ? 1 : 0;
        }
        return multiples >= EXPLAINED * distances.count()
                ? Optional.of(new CalendarMonths((int) months))
                : Optional.empty();
    }

    private static boolean explains(StepDistances distances, Frequency frequency) {
        return distances.explainedBy(frequency) >= EXPLAINED;
    }

    private static DataException tooFew(OrderedRows rows) {
        int count = rows.source().size();
        return new DataException(new Problem(
                rows.source().title() + " has a single time, which tells no frequency", "at least two different times",
                (count == 1 ? "1 row" : "all " + count + " rows") + " at " + OrderedRows.text(rows.times()[0]),
                count == 1
                        ? "bring more rows, or give the frequency with --freq"
                        : "join all columns that make up the time with --time, or tell series apart with --series"));
    }

    private static DataException irregular(OrderedRows rows, StepDistances distances) {
        Frequency common = fixedStep(distances);
        long explained = Math.round(100 * distances.explainedBy(common));
        return new DataException(new Problem(rows.source().title() + " has irregular times",
                "times a regular step apart, gaps allowed",
                "the most common step, " + common.words() + ", and its multiples are " + explained
                        + " % of the distances; the first other one is " + firstOther(rows, distances, common),
                "join the rows of each step with --resample mean, sum or last and --freq " + distances.usualStep()
                        + " or another, move each row to the nearest step with --freq alone, or use --no-time to take"
                        + " the rows as steps 0, 1, 2, …"));
    }

    private static String firstOther(OrderedRows rows, StepDistances distances, Frequency common) {
        int first = distances.firstOther(common);
        return new FixedStep(distances.exact(first)).words() + " from row " + rows.rows()[first] + " ("
                + OrderedRows.text(rows.times()[first]) + ") to row " + rows.rows()[first + 1] + " ("
                + OrderedRows.text(rows.times()[first + 1]) + ")";
    }
}
