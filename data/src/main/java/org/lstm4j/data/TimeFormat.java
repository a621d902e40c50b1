package org.lstm4j.data;

import java.util.Map;
import java.util.regex.Pattern;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// A way to read a text as a time: a `strptime` pattern as DuckDB knows it, or
/// one of three names, `iso` (any length of ISO 8601 without offset), `unix`
/// (seconds since 1970) and `unix_ms` (milliseconds).
///
/// @param pattern the pattern or name
/// @param shape what texts of this form look like; wider than the form itself, and cheap
record TimeFormat(String pattern, Pattern shape) {

    static final String ISO = "iso";
    static final String UNIX = "unix";
    static final String UNIX_MILLIS = "unix_ms";

    /// What a directive's text looks like.
    private static final Map<Character, String> DIRECTIVES = Map.ofEntries(Map.entry('Y', "\\d{4}"),
            Map.entry('y', "\\d{2}"), Map.entry('m', "\\d{1,2}"), Map.entry('d', "\\d{1,2}"),
            Map.entry('H', "\\d{1,2}"), Map.entry('I', "\\d{1,2}"), Map.entry('M', "\\d{1,2}"),
            Map.entry('S', "\\d{1,2}"), Map.entry('f', "\\d{1,6}"), Map.entry('n', "\\d{1,9}"),
            Map.entry('b', "\\p{L}{3}"), Map.entry('B', "\\p{L}{3,9}"), Map.entry('p', "[AaPp][Mm]"),
            Map.entry('z', "[+-]\\d{2}(:?\\d{2})?"));

    /// A `strptime` pattern, its shape taken from it.
    static TimeFormat of(String pattern) {
        StringBuilder shape = new StringBuilder();
        // digits run together leave no room for one of them
        boolean packed = pattern.startsWith("%Y%m");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                String directive = DIRECTIVES.getOrDefault(pattern.charAt(++i), ".+");
                shape.append(packed ? directive.replace("{1,2}", "{2}") : directive);
            } else {
                shape.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return new TimeFormat(pattern, Pattern.compile(shape.toString()));
    }

    /// The format a user asked for: `unix`, `unix_ms`, `iso`, a `strptime` pattern,
    /// or one of `java.time`, told by its lack of a percent sign.
    ///
    /// @throws ConfigurationException when a letter of the pattern is not known
    static TimeFormat asked(String text) {
        return switch (text) {
            case ISO, UNIX, UNIX_MILLIS -> new TimeFormat(text, Pattern.compile(".*"));
            default -> of(text.contains("%") ? text : JavaTimePattern.toStrptime(text));
        };
    }

    boolean matches(String text) {
        return shape.matcher(text.strip()).matches();
    }

    /// Whether the text itself says which instant is meant, so that no zone is
    /// needed.
    boolean isInstant() {
        return pattern.contains("%z") || pattern.endsWith("Z") || pattern.startsWith(UNIX);
    }

    /// SQL for microseconds since 1970 of a text expression, on the local clock
    /// unless [#isInstant]; null where the text is not of this format.
    String micros(String text) {
        return switch (pattern) {
            case ISO -> "epoch_us(try_cast(" + text + " as timestamp))";
            case UNIX -> "try_cast(round(text_number(" + text + ") * 1000000) as bigint)";
            case UNIX_MILLIS -> "try_cast(round(text_number(" + text + ") * 1000) as bigint)";
            default -> "epoch_us(try_strptime(" + text + ", " + SqlText.literal(pattern) + "))";
        };
    }

    static ConfigurationException unknown(String text, String part) {
        return new ConfigurationException(new Problem("--time-format '" + text + "' is not understood",
                "a pattern such as dd.MM.yyyy HH:mm or %d.%m.%Y %H:%M, or unix, unix_ms, iso", part,
                "write the pattern with the letters y M d H h m s S a X, or as strptime does"));
    }
}
