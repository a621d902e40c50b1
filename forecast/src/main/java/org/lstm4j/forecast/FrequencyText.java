package org.lstm4j.forecast;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// The text form of a [Frequency], read and written.
final class FrequencyText {

    static final String STEP = "step";

    /// A count of at most six digits keeps every product of it far from overflow.
    private static final Pattern COUNT_AND_UNIT = Pattern.compile("(\\d{0,6})\\s*([A-Za-z]+)");

    /// Milliseconds of each unit of fixed length, the longest first.
    private static final Map<String, Long> FIXED_UNITS = fixedUnits();

    private static final Map<String, String> UNIT_WORDS = unitWords();

    private FrequencyText() {}

    static Frequency parse(String text) {
        Matcher matcher = COUNT_AND_UNIT.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused(text, "use one of these units");
        }
        int count = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
        if (count == 0) {
            throw refused(text, "use a count of at least 1");
        }
        return of(count, matcher.group(2), text);
    }

    private static Frequency of(int count, String unit, String text) {
        return switch (unit) {
            case "M", "MS", "ME" -> new CalendarMonths(count);
            case "Q", "q", "QS", "QE" -> new CalendarMonths(3 * count);
            case "Y", "y", "YS", "YE", "A" -> new CalendarMonths(12 * count);
            case "W", "w" -> fixed(count, "W");
            case "D", "d" -> fixed(count, "D");
            case "h", "H" -> fixed(count, "h");
            case "min", "Min", "MIN", "T" -> fixed(count, "min");
            case "s", "S" -> fixed(count, "s");
            case "ms" -> fixed(count, "ms");
            case "m" -> throw refused(text, "write min for minutes or M for months");
            case "B" -> throw refused(text,
                    "business days are no step of their own: use D, and the weekends become missing steps");
            case STEP -> steps(count, text);
            default -> throw refused(text, "use one of these units");
        };
    }

    private static Frequency fixed(int count, String unit) {
        return new FixedStep(count * FIXED_UNITS.getOrDefault(unit, 0L));
    }

    private static Frequency steps(int count, String text) {
        if (count != 1) {
            throw refused(text, "steps without time have no count");
        }
        return new StepIndex();
    }

    private static ConfigurationException refused(String text, String fix) {
        return new ConfigurationException(new Problem("'" + text + "' is not a frequency",
                "a count and a unit out of ms, s, min, h, D, W, M (months), Q, Y, as in 30min, h or 2W",
                "'" + text + "'", fix));
    }

    static String write(FixedStep step) {
        for (Map.Entry<String, Long> unit : FIXED_UNITS.entrySet()) {
            if (step.millis() % unit.getValue() == 0) {
                return write(step.millis() / unit.getValue(), unit.getKey());
            }
        }
        throw new AssertionError("every step is a whole number of milliseconds");
    }

    static String write(CalendarMonths step) {
        if (step.months() % 12 == 0) {
            return write(step.months() / 12, "Y");
        }
        return step.months() == 3 ? "Q" : write(step.months(), "M");
    }

    static String words(Frequency frequency) {
        return switch (frequency) {
            case StepIndex _ -> "1 row";
            case FixedStep step -> FIXED_UNITS.entrySet().stream()
                    .filter(unit -> step.millis() % unit.getValue() == 0)
                    .findFirst()
                    .map(unit -> words(step.millis() / unit.getValue(), UNIT_WORDS.getOrDefault(unit.getKey(), "")))
                    .orElseThrow();
            case CalendarMonths step when step.months() % 12 == 0 -> words(step.months() / 12, "year");
            case CalendarMonths step -> words(step.months(), "month");
        };
    }

    private static String words(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String write(long count, String unit) {
        return count == 1 ? unit : count + unit;
    }

    private static Map<String, String> unitWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("W", "week");
        words.put("D", "day");
        words.put("h", "hour");
        words.put("min", "minute");
        words.put("s", "second");
        words.put("ms", "millisecond");
        return words;
    }

    private static Map<String, Long> fixedUnits() {
        Map<String, Long> millis = new LinkedHashMap<>();
        millis.put("W", 604_800_000L);
        millis.put("D", 86_400_000L);
        millis.put("h", 3_600_000L);
        millis.put("min", 60_000L);
        millis.put("s", 1_000L);
        millis.put("ms", 1L);
        return millis;
    }
}
