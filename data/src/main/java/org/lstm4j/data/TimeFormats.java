package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The formats that are tried when none is given, most usual first.
///
/// Day and month may be ambiguous (`1/2/11`): both readings are in the list,
/// and which one is meant has to come out of the data.
final class TimeFormats {

    private static final List<String> DATES = List.of("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y",
            "%d.%m.%y", "%m/%d/%Y", "%d/%m/%Y", "%m/%d/%y", "%d/%m/%y", "%d-%m-%Y", "%m-%d-%Y", "%b %d %Y",
            "%b %d, %Y", "%B %d %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%Y年%m月%d日",
            "%Y %m %d");
    private static final List<String> DATES_WITHOUT_DAY = List.of("%Y-%m", "%Y/%m", "%m/%Y", "%m.%Y", "%b %Y",
            "%B %Y", "%b-%Y", "%Y %m");
    private static final List<String> TIMES = List.of("%H:%M:%S", "%H:%M", "%H:%M:%S.%f", "%H:%M:%S.%n",
            "%I:%M:%S %p", "%I:%M %p");
    /// hours, minutes and seconds in columns of their own, joined with blanks
    private static final List<String> JOINED_TIMES = List.of("%H", "%H %M", "%H %M %S");
    private static final List<String> OFFSETS = List.of("", "Z", "%z", " %z");

    private static final List<TimeFormat> ALL = all();

    /// dates and times of ISO 8601 in one column, some with seconds and some without
    private static final TimeFormat ISO_OF_ANY_LENGTH = new TimeFormat(TimeFormat.ISO,
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?"));

    private TimeFormats() {}

    /// The formats every one of the texts has the shape of.
    static List<TimeFormat> matching(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TimeFormat> matching = ALL.stream().filter(format -> texts.stream().allMatch(format::matches)).toList();
        return matching.isEmpty() && texts.stream().allMatch(ISO_OF_ANY_LENGTH::matches)
                ? List.of(ISO_OF_ANY_LENGTH)
                : matching;
    }

    private static List<TimeFormat> all() {
        List<TimeFormat> formats = new ArrayList<>();
        for (String date : DATES) {
            formats.add(TimeFormat.of(date));
            for (String time : TIMES) {
                for (String offset : OFFSETS) {
                    formats.add(TimeFormat.of(date + " " + time + offset));
                    formats.add(TimeFormat.of(date + "T" + time + offset));
                }
            }
            JOINED_TIMES.forEach(time -> formats.add(TimeFormat.of(date + " " + time)));
        }
        DATES_WITHOUT_DAY.forEach(date -> formats.add(TimeFormat.of(date)));
        // year and month of an unnamed era: 1-01 is the first month of the first year
        formats.add(new TimeFormat("%Y-%m", Pattern.compile("\\d{1,3}-\\d{2}")));
        return List.copyOf(formats);
    }
}
