package org.lstm4j.report.content;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The distance between times, found and put into words.
final class StepLength {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private StepLength() {}

    /// How many months of the calendar each time is after the one before: at the same
    /// day and time, or at the last day where the month is shorter; 0 when they are
    /// not.
    ///
    /// @param local at least two
    static long wholeMonths(List<LocalDateTime> local) {
        LocalDateTime first = local.getFirst();
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(local.get(1)));
        for (int index = 1; index < local.size(); index++) {
            LocalDateTime sameDay = first.plusMonths(months * index);
            LocalDateTime lastDay = sameDay.withDayOfMonth(YearMonth.from(sameDay).lengthOfMonth());
            boolean atLastDay = isLastDay(first) && local.get(index).equals(lastDay);
            if (!local.get(index).equals(sameDay) && !atLastDay) {
                return 0;
            }
        }
        return months;
    }

    private static boolean isLastDay(LocalDateTime time) {
        return time.getDayOfMonth() == YearMonth.from(time).lengthOfMonth();
    }

    /// The distance in milliseconds when it is always the same number of days on the
    /// wall clock, else 0.
    ///
    /// @param local at least two
    static long wholeDays(List<LocalDateTime> local) {
        long distance = Duration.between(local.getFirst(), local.get(1)).toMillis();
        for (int index = 1; index < local.size(); index++) {
            if (Duration.between(local.get(index - 1), local.get(index)).toMillis() != distance) {
                return 0;
            }
        }
        return distance % DAY == 0 ? distance : 0;
    }

    /// `1 month`, `3 months`, `1 year`.
    static String monthsInWords(long months) {
        return months % 12 == 0 ? count(months / 12, "year") : count(months, "month");
    }

    /// The largest unit of which the length is a whole number.
    static String inWords(long milliseconds) {
        if (milliseconds % (7 * DAY) == 0) {
            return count(milliseconds / (7 * DAY), "week");
        }
        if (milliseconds % DAY == 0) {
            return count(milliseconds / DAY, "day");
        }
        if (milliseconds % HOUR == 0) {
            return count(milliseconds / HOUR, "hour");
        }
        if (milliseconds % MINUTE == 0) {
            return count(milliseconds / MINUTE, "minute");
        }
        return milliseconds % SECOND == 0
                ? count(milliseconds / SECOND, "second")
                : count(milliseconds, "millisecond");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
