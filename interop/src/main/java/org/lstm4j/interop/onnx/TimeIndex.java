package org.lstm4j.interop.onnx;

import java.time.Duration;
import java.util.Locale;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// How a time index is computed from a time stamp, for callers who have no [org.lstm4j.forecast.Timeline]: its [org.lstm4j.forecast.Timeline#ordinal] in words.
///
/// | steps | time index |
/// |---|---|
/// | without time | the number of the step, as the series counts them |
/// | of less than days | ⌊time since 1970-01-01T00:00Z / step⌋ |
/// | of whole days | ⌊days from 1970-01-01 to the date in the time zone of the series / days of a step⌋ |
/// | of months | ⌊(12 · year + month − 1) / months of a step⌋, of the date in the time zone of the series; months from 1 |
final class TimeIndex {

    private static final long SECOND = 1000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private TimeIndex() {}

    /// An expression of Python, in which `t` is a `datetime.datetime` with a time zone; or words, of steps without time.
    static String text(Frequency frequency) {
        return switch (frequency) {
            case StepIndex() -> "its number, where the first step of the series in training had 0";
            case FixedStep fixed when fixed.isWholeDays() -> String.format(Locale.ROOT,
                    "in Python (t.date() - datetime.date(1970, 1, 1)).days%s, t its time in the zone of the series",
                    divided(fixed.millis() / DAY));
            case FixedStep(long millis) when millis % SECOND == 0 -> String.format(Locale.ROOT,
                    "in Python math.floor(t.timestamp())%s, t its time with its zone", divided(millis / SECOND));
            case FixedStep(long millis) -> String.format(Locale.ROOT,
                    "in Python round(1000 * t.timestamp())%s, t its time with its zone", divided(millis));
            case CalendarMonths(int months) -> String.format(Locale.ROOT,
                    "in Python (12 * t.year + t.month - 1)%s, t its time in the zone of the series", divided(months));
        };
    }

    private static String divided(long by) {
        return by == 1 ? "" : " // " + by;
    }
}
