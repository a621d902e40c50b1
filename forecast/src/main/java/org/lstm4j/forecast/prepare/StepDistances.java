package org.lstm4j.forecast.prepare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// How far apart neighbouring times are, in each of the ways a frequency
/// measures: exact time, wall-clock time of a zone, and whole calendar months.
final class StepDistances {

    /// shorter than any month, even one that loses an hour
    private static final long SHORTER_THAN_A_MONTH = Duration.ofDays(27).toMillis();

    /// 1, 10 and 30 seconds; 1, 5, 10, 15 and 30 minutes; 1, 3, 6 and 12 hours; a day, a week
    private static final long[] USUAL = {1_000, 10_000, 30_000, 60_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
        10_800_000, 21_600_000, 43_200_000, 86_400_000, 604_800_000};

    private final long[] times;
    private final ZoneRules rules;

    /// @param times strictly rising instants, UTC milliseconds
    StepDistances(long[] times, ZoneId zone) {
        this.times = times;
        this.rules = zone.getRules();
    }

    /// How many distances there are: one less than times.
    int count() {
        return times.length - 1;
    }

    /// Milliseconds from time i to time i + 1.
    long exact(int i) {
        return times[i + 1] - times[i];
    }

    /// Milliseconds on the wall clock from time i to time i + 1.
    long wallClock(int i) {
        return wallMillis(i + 1) - wallMillis(i);
    }

    /// Time i on the wall clock, in milliseconds since 1970 there.
    long wallMillis(int i) {
        return times[i] + rules.getOffset(Instant.ofEpochMilli(times[i])).getTotalSeconds() * 1000L;
    }

    /// Whole calendar months from time i to time i + 1: 0 when these are not at the
    /// same time on the same day of a month, or both at the last day.
    int months(int i) {
        if (exact(i) < SHORTER_THAN_A_MONTH) {
            return 0;
        }
        LocalDateTime from = local(i);
        LocalDateTime to = local(i + 1);
        boolean sameTime = from.toLocalTime().equals(to.toLocalTime());
        boolean sameDay = from.getDayOfMonth() == to.getDayOfMonth() || (isLastDay(from) && isLastDay(to));
        return sameTime && sameDay ? looseMonths(i) : 0;
    }

    /// Months from that of time i to that of time i + 1, whatever their days.
    int looseMonths(int i) {
        return monthIndex(local(i + 1)) - monthIndex(local(i));
    }

    private static int monthIndex(LocalDateTime time) {
        return time.getYear() * 12 + time.getMonthValue();
    }

    static boolean isLastDay(LocalDateTime time) {
        return time.getDayOfMonth() == time.toLocalDate().lengthOfMonth();
    }

    /// Time i on the wall clock.
    LocalDateTime local(int i) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(wallMillis(i)), ZoneOffset.UTC);
    }

    /// The share of distances that are whole multiples of the frequency's step.
    double explainedBy(Frequency frequency) {
        int explained = 0;
        for (int i = 0; i < count(); i++) {
            if (isMultiple(i, frequency)) {
                explained++;
            }
        }
        return (double) explained / count();
    }

    /// The first distance that is no whole multiple of the frequency's step; 0 where all are.
    int firstOther(Frequency frequency) {
        for (int i = 0; i < count(); i++) {
            if (!isMultiple(i, frequency)) {
                return i;
            }
        }
        return 0;
    }

    /// The shortest of the steps that people use in which, half of the time, there is a row.
    Frequency usualStep() {
        long[] sorted = new long[count()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = exact(i);
        }
        Arrays.sort(sorted);
        long median = sorted[sorted.length / 2];
        for (long step : USUAL) {
            if (step >= median) {
                return new FixedStep(step);
            }
        }
        return new FixedStep(USUAL[USUAL.length - 1]);
    }

    private boolean isMultiple(int i, Frequency frequency) {
        return switch (frequency) {
            case StepIndex() -> true;
            case FixedStep fixed when fixed.isWholeDays() -> wallClock(i) % fixed.millis() == 0;
            case FixedStep(long millis) -> exact(i) % millis == 0;
            case CalendarMonths(int months) -> months(i) > 0 && months(i) % months == 0;
        };
    }

    /// The most common of the positive distances, the shortest of several; 0 when
    /// there is none.
    long mostCommon(Measure measure) {
        // sorted, so that ties do not hang on the order of a hash
        Map<Long, Integer> counts = new TreeMap<>();
        for (int i = 0; i < count(); i++) {
            long distance = measure.of(i);
            if (distance > 0) {
                counts.merge(distance, 1, Integer::sum);
            }
        }
        long best = 0;
        int bestCount = 0;
        for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > bestCount) {
                best = entry.getKey();
                bestCount = entry.getValue();
            }
        }
        return best;
    }

    /// One of the ways to measure a distance.
    @FunctionalInterface
    interface Measure {

        /// The distance from time i to time i + 1.
        long of(int i);
    }
}
