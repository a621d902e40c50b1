package org.lstm4j.interop.source;

import java.util.Locale;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// How the number of a step, which says its place in the season, is told from its time; as [org.lstm4j.forecast.Timeline#ordinal] counts.
///
/// @param type of the time
/// @param comment what it is
/// @param example one
/// @param formula the number of `first`
record StepNumber(String type, String comment, String example, String formula) {

    private static final String DATE = "java.time.LocalDate";

    static StepNumber of(Frequency frequency) {
        return switch (frequency) {
            case StepIndex() -> new StepNumber("long",
                    "the number of the first step ahead, counted from the first row of the training data, which is 0",
                    "336L", "first");
            case FixedStep fixed when fixed.isWholeDays() -> new StepNumber(DATE,
                    "the day of the first step ahead, by the clock of the time zone of training", DATE + ".now()",
                    "Math.floorDiv(first.toEpochDay() * 86_400_000L, " + fixed.millis() + "L)");
            case FixedStep(long millis) -> new StepNumber("java.time.Instant", "the first step ahead",
                    "java.time.Instant.now()", "Math.floorDiv(first.toEpochMilli(), " + millis + "L)");
            case CalendarMonths(int months) -> new StepNumber(DATE,
                    "the day of the first step ahead, by the clock of the time zone of training", DATE + ".now()",
                    "Math.floorDiv(12L * first.getYear() + first.getMonthValue() - 1, " + months + "L)");
        };
    }

    String method() {
        return String.format(Locale.ROOT, """

                    /** The number of a step, which says its place in the season. */
                    private static long number(%s first) {
                        return %s;
                    }
                """, type, formula);
    }
}
