package org.lstm4j.data;

import java.util.Map;

/// Patterns of `java.time` (`dd.MM.yyyy HH:mm`) as strptime writes them
/// (`%d.%m.%Y %H:%M`). Both read one digit or two where a number may be short.
final class JavaTimePattern {

    private static final Map<String, String> DIRECTIVES = Map.ofEntries(Map.entry("yyyy", "%Y"),
            Map.entry("uuuu", "%Y"), Map.entry("y", "%Y"), Map.entry("u", "%Y"), Map.entry("yy", "%y"),
            Map.entry("uu", "%y"), Map.entry("M", "%m"), Map.entry("MM", "%m"), Map.entry("MMM", "%b"),
            Map.entry("MMMM", "%B"), Map.entry("d", "%d"), Map.entry("dd", "%d"), Map.entry("H", "%H"),
            Map.entry("HH", "%H"), Map.entry("h", "%I"), Map.entry("hh", "%I"), Map.entry("m", "%M"),
            Map.entry("mm", "%M"), Map.entry("s", "%S"), Map.entry("ss", "%S"), Map.entry("SSS", "%f"),
            Map.entry("SSSSSS", "%f"), Map.entry("a", "%p"), Map.entry("X", "%z"), Map.entry("XX", "%z"),
            Map.entry("XXX", "%z"), Map.entry("Z", "%z"));

    private JavaTimePattern() {}

    /// @throws org.lstm4j.ConfigurationException when a run of letters has no counterpart
    static String toStrptime(String pattern) {
        StringBuilder strptime = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                int end = pattern.indexOf('\'', i + 1);
                if (end < 0) {
                    throw TimeFormat.unknown(pattern, "a quotation mark that is not closed");
                }
                strptime.append(end == i + 1 ? "'" : pattern.substring(i + 1, end));
                i = end + 1;
            } else if (isLetter(c)) {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                String run = pattern.substring(i, end);
                String directive = DIRECTIVES.get(run);
                if (directive == null) {
                    throw TimeFormat.unknown(pattern, "'" + run + "'");
                }
                strptime.append(directive);
                i = end;
            } else {
                strptime.append(c);
                i++;
            }
        }
        return strptime.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
