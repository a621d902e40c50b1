package org.lstm4j.forecast.season;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// A cycle that a series may follow: a day of 24 steps.
///
/// @param name what it is: `day`, or `cycle` where it is no unit of the calendar
/// @param steps its length in steps, at least 2
record Cycle(String name, int steps) {

    private static final double DAYS_IN_YEAR = 365.25;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;

    /// A cycle found in the values.
    static Cycle of(int steps) {
        return new Cycle("cycle", steps);
    }

    /// The calendar cycles of a frequency, shortest first.
    ///
    /// | steps | cycles |
    /// |---|---|
    /// | up to 5 seconds | minute, hour, day, week |
    /// | up to 5 minutes | hour, day, week |
    /// | below a day | day, week |
    /// | below a week | week, year |
    /// | below half a year | year |
    ///
    /// each where it is a whole number of steps, a year rounded (365 days, 52 weeks). None for rows without time.
    static List<Cycle> of(Frequency frequency) {
        return switch (frequency) {
            case FixedStep(long millis) -> ofFixedStep(millis);
            case CalendarMonths _ ->
                frequency.defaultSeason() > 1 ? List.of(new Cycle("year", frequency.defaultSeason())) : List.of();
            case StepIndex _ -> List.of();
        };
    }

    private static List<Cycle> ofFixedStep(long millis) {
        List<Cycle> cycles = new ArrayList<>();
        if (millis <= 5 * SECOND) {
            addWhole(cycles, "minute", MINUTE, millis);
        }
        if (millis <= 5 * MINUTE) {
            addWhole(cycles, "hour", HOUR, millis);
        }
        addWhole(cycles, "day", DAY, millis);
        addWhole(cycles, "week", WEEK, millis);
        if (millis >= DAY) {
            int year = (int) Math.round(DAYS_IN_YEAR * DAY / millis);
            if (year > 1) {
                cycles.add(new Cycle("year", year));
            }
        }
        return List.copyOf(cycles);
    }

    private static void addWhole(List<Cycle> cycles, String name, long length, long millis) {
        if (length % millis == 0 && length > millis && length / millis <= Integer.MAX_VALUE) {
            cycles.add(new Cycle(name, (int) (length / millis)));
        }
    }

    /// In words: `day of 24 steps`.
    @Override
    public String toString() {
        return name + " of " + steps + " steps";
    }
}
