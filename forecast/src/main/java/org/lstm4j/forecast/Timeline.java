package org.lstm4j.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// Which instant each step of a series is at: a start, a [Frequency] and the
/// zone whose calendar is meant.
///
/// The line has no end: steps beyond the data are the times a forecast is for.
/// Steps of whole days and of months go by the zone's calendar, so that a daily
/// series stays at midnight when the clocks change. A line of months that is
/// anchored on the last day of a month is at the last day of every month;
/// anchored on the 29th or 30th it is at that day, or at the last where a month
/// is shorter.
///
/// Steps are counted from an anchor so that a part of a line is at exactly the
/// instants it was at in the whole: a line at the 28th of each month, cut in
/// February, does not become a line of last days.
///
/// @param anchor UTC milliseconds since 1970-01-01T00:00Z of the step the counting began at; 0 without time
/// @param offset steps from the anchor to step 0 of this line
/// @param frequency distance of the steps
/// @param zone whose calendar days and months are meant, and in which calendar features are read
public record Timeline(long anchor, long offset, Frequency frequency, ZoneId zone) {

    /// A line whose step 0 is at `start`.
    ///
    /// @param start UTC milliseconds since 1970-01-01T00:00Z
    public static Timeline of(long start, Frequency frequency, ZoneId zone) {
        return new Timeline(start, 0, frequency, zone);
    }

    /// A line without time: steps 0, 1, 2, …
    public static Timeline ofSteps() {
        return new Timeline(0, 0, new StepIndex(), ZoneOffset.UTC);
    }

    /// Whether the steps are instants, and not only numbers.
    public boolean hasTime() {
        return !(frequency instanceof StepIndex);
    }

    /// The instant of step 0; without time, its number.
    public long start() {
        return instantMillis(0);
    }

    /// The instant of a step in UTC milliseconds since 1970-01-01T00:00Z; without
    /// time, the step's number, counted from the series' beginning.
    ///
    /// @param step 0 or more, also beyond the data
    public long instantMillis(long step) {
        long steps = Math.addExact(offset, step);
        return switch (frequency) {
            case StepIndex() -> Math.addExact(anchor, steps);
            case FixedStep fixed when fixed.isWholeDays() -> daysLater(Math.multiplyExact(steps, fixed.millis()));
            case FixedStep(long millis) -> Math.addExact(anchor, Math.multiplyExact(steps, millis));
            case CalendarMonths(int months) -> monthsLater(Math.multiplyExact(steps, (long) months));
        };
    }

    /// The number of a step among all steps of this frequency there ever were, so that a place in the season is the same in whatever
    /// part of a series: hours since 1970 for hourly steps, days since then in the line's zone for daily ones, months since the year 0 for
    /// monthly ones; without time, the step's number.
    ///
    /// @param step 0 or more, also beyond the data
    public long ordinal(long step) {
        long instant = instantMillis(step);
        return switch (frequency) {
            case StepIndex() -> instant;
            case FixedStep fixed when fixed.isWholeDays() -> Math.floorDiv(
                    local(instant).toLocalDate().toEpochDay() * Duration.ofDays(1).toMillis(), fixed.millis());
            case FixedStep(long millis) -> Math.floorDiv(instant, millis);
            case CalendarMonths(int months) -> Math.floorDiv(
                    12L * local(instant).getYear() + local(instant).getMonthValue() - 1, months);
        };
    }

    private LocalDateTime local(long instant) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalDateTime();
    }

    /// The line that begins at a step of this one.
    public Timeline from(int step) {
        return new Timeline(anchor, Math.addExact(offset, step), frequency, zone);
    }

    /// The step as text that sorts: its instant in UTC, `2012-01-01T00:00Z`, with
    /// seconds where there are any; without time, its number.
    public String format(long step) {
        long instant = instantMillis(step);
        return hasTime() ? Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC).toString() : Long.toString(instant);
    }

    /// The step's time in the line's zone.
    ///
    /// @throws IllegalStateException when the line has no time
    public ZonedDateTime at(long step) {
        if (!hasTime()) {
            throw new IllegalStateException("a line without time has no calendar; ask hasTime() first");
        }
        return Instant.ofEpochMilli(instantMillis(step)).atZone(zone);
    }

    private long daysLater(long millis) {
        LocalDateTime local = Instant.ofEpochMilli(anchor).atZone(zone).toLocalDateTime();
        return instantOf(local.plus(millis, ChronoUnit.MILLIS));
    }

    private long monthsLater(long months) {
        LocalDateTime local = Instant.ofEpochMilli(anchor).atZone(zone).toLocalDateTime();
        LocalDateTime later = local.plusMonths(months);
        if (isLastOfMonth(local.toLocalDate())) {
            later = later.withDayOfMonth(YearMonth.from(later).lengthOfMonth());
        }
        return instantOf(later);
    }

    private static boolean isLastOfMonth(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    private long instantOf(LocalDateTime local) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}
