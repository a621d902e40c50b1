package org.lstm4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SQL kept in `.sql` resources beside this class, with `{name}` where a value
/// goes.
final class SqlText {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final String text;
    private final Map<String, String> values;

    private SqlText(String text, Map<String, String> values) {
        this.text = text;
        this.values = values;
    }

    /// @param name of the resource without its `.sql`
    static SqlText load(String name) {
        try (InputStream resource = SqlText.class.getResourceAsStream(name + ".sql")) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no resource " + name + ".sql");
            }
            return new SqlText(new String(resource.readAllBytes(), StandardCharsets.UTF_8), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text with every `{name}` replaced by SQL.
    SqlText with(String name, String sql) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, sql);
        return new SqlText(text, more);
    }

    /// A text as an SQL literal.
    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// Texts as an SQL list literal.
    static String list(Collection<String> values) {
        return values.stream().map(SqlText::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A name as an SQL identifier.
    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// The SQL. All places are filled at once: a file or column may be called
    /// `{columns}` itself.
    @Override
    public String toString() {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing was given for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
