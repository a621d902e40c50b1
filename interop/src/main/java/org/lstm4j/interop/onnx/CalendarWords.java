package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// What the columns of the calendar are, in Python, for whoever has to compute them: [CalendarFeature#value] in other words.
final class CalendarWords {

    private static final String DAY = "(3600 * t.hour + 60 * t.minute + t.second) / 86400";

    private CalendarWords() {}

    /// A line for each; empty where there are none.
    static String of(List<CalendarFeature> features) {
        return features.isEmpty()
                ? ""
                : "calendar, in Python, t the time of a row in the time zone of the series, day = " + DAY + ":\n"
                        + features.stream().map(feature -> String.format(Locale.ROOT, "  %-18s%s\n", feature.label(),
                                formula(feature))).collect(Collectors.joining());
    }

    private static String formula(CalendarFeature feature) {
        String week = "(2 * math.pi * (t.weekday() + day) / 7)";
        String year = "(2 * math.pi * (t.timetuple().tm_yday - 1 + day) / (365 + calendar.isleap(t.year)))";
        return switch (feature) {
            case DAY_SINE -> "math.sin(2 * math.pi * day)";
            case DAY_COSINE -> "math.cos(2 * math.pi * day)";
            case WEEK_SINE -> "math.sin" + week;
            case WEEK_COSINE -> "math.cos" + week;
            case WEEKEND -> "t.weekday() >= 5";
            case YEAR_SINE -> "math.sin" + year;
            case YEAR_COSINE -> "math.cos" + year;
        };
    }
}
