package org.lstm4j.forecast.prepare;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.forecast.Timeline;

/// The regular steps that rows are placed on: a frequency, and the phase most
/// of the times have.
///
/// The phase is where in a step the time is: the minute and second for hourly
/// steps, the time of day for days, the day of the month for months. When
/// phases are mixed, the most common one wins, the first one of several, so
/// that a stray first row does not push all others off the grid.
final class TimeGrid {

    private static final double MILLIS_PER_MONTH = Duration.ofDays(146_097).toMillis() / 4800.0;

    private static final long DAY = Duration.ofDays(1).toMillis();
    /// 1 January 1970 was a Thursday.
    private static final int DAYS_FROM_MONDAY_TO_1970 = 3;

    /// anchored at a row of the most common phase
    private final Timeline timeline;

    private TimeGrid(Timeline timeline) {
        this.timeline = timeline;
    }

    static TimeGrid of(long[] times, Frequency frequency, ZoneId zone) {
        return new TimeGrid(Timeline.of(times[anchor(times, frequency, zone)], frequency, zone));
    }

    /// Steps that begin where people count from: full hours and minutes, midnights, Mondays, the first of a month.
    static TimeGrid aligned(long[] times, Frequency frequency, ZoneId zone) {
        LocalDateTime first = new StepDistances(times, zone).local(0);
        LocalDateTime begin = switch (frequency) {
            case StepIndex() -> first;
            case FixedStep fixed when fixed.isWholeDays() -> monday(first, fixed.millis() / DAY);
            case FixedStep(long millis) -> first.minus(Duration.ofMillis(sinceBegin(first, millis)));
            case CalendarMonths(int months) -> first.toLocalDate().withDayOfMonth(1).minusMonths(Math.floorMod(
                    YearMonth.from(first).getLong(ChronoField.PROLEPTIC_MONTH), months)).atStartOfDay();
        };
        return new TimeGrid(Timeline.of(begin.atZone(zone).toInstant().toEpochMilli(), frequency, zone));
    }

    /// The midnight at which a step of that many days begins; steps of weeks begin on Mondays.
    private static LocalDateTime monday(LocalDateTime time, long days) {
        long sinceMonday = time.toLocalDate().toEpochDay() + DAYS_FROM_MONDAY_TO_1970;
        return time.toLocalDate().minusDays(Math.floorMod(sinceMonday, days)).atStartOfDay();
    }

    private static long sinceBegin(LocalDateTime time, long millis) {
        return Math.floorMod(time.toInstant(ZoneOffset.UTC).toEpochMilli(), millis);
    }

    /// The last step that is not after a time.
    long stepBefore(long time) {
        long nearest = nearestStep(time);
        return timeline.instantMillis(nearest) > time ? nearest - 1 : nearest;
    }

    /// Steps from the anchor; those before it are negative.
    Timeline timeline() {
        return timeline;
    }

    /// The step nearest to a time, the earlier one of two.
    long nearestStep(long time) {
        long guess = (long) Math.floor((time - timeline.anchor()) / millisPerStep());
        long best = guess - 1;
        for (long step = guess; step <= guess + 2; step++) {
            if (distance(step, time) < distance(best, time)) {
                best = step;
            }
        }
        return best;
    }

    /// Milliseconds from a time to a step; 0 when the time is on the grid.
    long distance(long step, long time) {
        return Math.abs(timeline.instantMillis(step) - time);
    }

    private double millisPerStep() {
        return switch (timeline.frequency()) {
            case StepIndex() -> 1;
            case FixedStep(long millis) -> millis;
            case CalendarMonths(int months) -> months * MILLIS_PER_MONTH;
        };
    }

    /// Index of the first time of the most common phase.
    private static int anchor(long[] times, Frequency frequency, ZoneId zone) {
        if (frequency instanceof StepIndex) {
            return 0;
        }
        StepDistances wall = new StepDistances(times, zone);
        Map<Long, int[]> firstAndCount = new LinkedHashMap<>();
        for (int i = 0; i < times.length; i++) {
            int first = i;
            long phase = phase(times[i], wall, i, frequency);
            firstAndCount.computeIfAbsent(phase, _ -> new int[]{first, 0})[1]++;
        }
        int[] best = {0, 0};
        for (int[] candidate : firstAndCount.values()) {
            best = candidate[1] > best[1] ? candidate : best;
        }
        return best[0];
    }

    private static long phase(long time, StepDistances wall, int i, Frequency frequency) {
        return switch (frequency) {
            case StepIndex() -> 0;
            case FixedStep fixed when fixed.isWholeDays() ->
                Math.floorMod(wall.wallMillis(i), fixed.millis());
            case FixedStep(long millis) -> Math.floorMod(time, millis);
            case CalendarMonths(int months) -> monthPhase(wall.local(i), months);
        };
    }

    /// Day and time in the month, the last day being 31 whatever the month's
    /// length, and which of the step's months it is.
    private static long monthPhase(LocalDateTime local, int months) {
        long day = StepDistances.isLastDay(local) ? 31 : local.getDayOfMonth();
        long month = Math.floorMod(YearMonth.from(local).getLong(ChronoField.PROLEPTIC_MONTH),
                months);
        return month * 32 * 86_400_000L + day * 86_400_000L + local.toLocalTime().toNanoOfDay() / 1_000_000;
    }
}
