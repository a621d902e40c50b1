package org.lstm4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/// SQL kept in `.sql` resources beside this class, with `{name}` where a value
/// goes.
final class SqlText {

    private final String text;

    private SqlText(String text) {
        this.text = text;
    }

    /// @param name of the resource without its `.sql`
    static SqlText load(String name) {
        try (InputStream resource = SqlText.class.getResourceAsStream(name + ".sql")) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no resource " + name + ".sql");
            }
            return new SqlText(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text with every `{name}` replaced by SQL.
    SqlText with(String name, String sql) {
        return new SqlText(text.replace("{" + name + "}", sql));
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

    @Override
    public String toString() {
        return text;
    }
}
