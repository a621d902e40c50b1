package org.lstm4j.forecast;

import java.time.Duration;

/// How far apart the steps of a series are: a fixed time, whole calendar
/// months, or no time at all.
///
/// The text form is a count, left out when it is 1, and a unit: `h`, `30min`,
/// `D`, `W`, `M`, `Q`, `Y`, `5s`, `250ms`, `step`. [#parse] reads what
/// `toString` writes.
public sealed interface Frequency {

    /// Steps that are one season long when nothing else is said.
    ///
    /// A day for steps shorter than a day that divide it (hourly 24, 30min 48,
    /// 15min 96, 5min 288), a week for days (7), a year for months (12) and
    /// quarters (4); 1, which means no season, for everything else.
    int defaultSeason();

    /// The same in words, for sentences: `1 hour`, `30 minutes`, `3 months`, `1 row`.
    default String words() {
        return FrequencyText.words(this);
    }

    /// Reads the text form.
    ///
    /// Upper and lower case are the same but for `M` (months) and `ms`
    /// (milliseconds); a single `m` is refused because it could be minutes as well
    /// as months. `MS`, `ME`, `QS`, `QE`, `YS`, `YE` and `T` (minutes), as other
    /// tools write them, are understood.
    ///
    /// @throws org.lstm4j.ConfigurationException when the text is no frequency; it names what is accepted
    static Frequency parse(String text) {
        return FrequencyText.parse(text);
    }

    /// Steps a fixed time apart. Whole days are days of the time line's zone, from
    /// wall-clock time to the same wall-clock time, 23 or 25 hours long when the
    /// clocks change; every other step is exact.
    ///
    /// @param millis milliseconds from one step to the next, at least 1
    record FixedStep(long millis) implements Frequency {

        private static final long DAY = Duration.ofDays(1).toMillis();

        public FixedStep {
            requirePositive(millis);
        }

        /// Whether a step is one or more whole days.
        public boolean isWholeDays() {
            return millis % DAY == 0;
        }

        @Override
        public int defaultSeason() {
            if (millis == DAY) {
                return 7;
            }
            return millis < DAY && DAY % millis == 0 ? (int) (DAY / millis) : 1;
        }

        @Override
        public String toString() {
            return FrequencyText.write(this);
        }
    }

    /// Steps of whole months in the calendar of the time line's zone: monthly (1),
    /// quarterly (3), yearly (12).
    ///
    /// @param months months from one step to the next, at least 1
    record CalendarMonths(int months) implements Frequency {

        public CalendarMonths {
            requirePositive(months);
        }

        @Override
        public int defaultSeason() {
            return 12 % months == 0 ? 12 / months : 1;
        }

        @Override
        public String toString() {
            return FrequencyText.write(this);
        }
    }

    /// No time: the steps are numbered 0, 1, 2, …
    record StepIndex() implements Frequency {

        @Override
        public int defaultSeason() {
            return 1;
        }

        @Override
        public String toString() {
            return FrequencyText.STEP;
        }
    }

    private static void requirePositive(long length) {
        if (length < 1) {
            throw new IllegalArgumentException("a step must be at least 1 long, but was " + length);
        }
    }
}
