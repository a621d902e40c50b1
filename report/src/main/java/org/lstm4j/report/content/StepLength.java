package org.lstm4j.report.content;

/// Lengths of time in words.
final class StepLength {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private StepLength() {}

    /// The largest unit of which the length is a whole number. Months and years
    /// differ in length: 28 to 31 days are a month, 90 to 92 a quarter, 365 or 366 a
    /// year.
    static String inWords(long milliseconds) {
        long days = milliseconds / DAY;
        if (days >= 28 && days <= 31) {
            return "1 month";
        }
        if (days >= 90 && days <= 92) {
            return "3 months";
        }
        if (days == 365 || days == 366) {
            return "1 year";
        }
        if (milliseconds % (7 * DAY) == 0) {
            return count(milliseconds / (7 * DAY), "week");
        }
        if (milliseconds % DAY == 0) {
            return count(days, "day");
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
