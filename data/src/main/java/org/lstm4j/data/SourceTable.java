package org.lstm4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.data.ColumnInfo.Kind;

/// The rows of a source in DuckDB's table `source_rows`, in the order they were
/// read: row n of the source has the rowid n − 1.
///
/// @param database where the table is
/// @param title what messages call the source
/// @param profiles what the values of each column are, in the order of the source
record SourceTable(DuckDb database, String title, List<ColumnProfile> profiles) {

    private static final int MOST_SHOWN = 12;

    /// Looks at the columns of a table that was just loaded.
    ///
    /// @param remedy what to do when it has no rows
    /// @throws DataException when it has no rows
    static SourceTable of(DuckDb database, String title, List<SourceColumn> columns, String remedy) {
        List<ColumnProfile> profiles = ColumnProfile.of(database, columns);
        if (profiles.isEmpty() || profiles.getFirst().rows() == 0) {
            throw new DataException(new Problem("'" + title + "' has no rows of data", "at least one",
                    "columns " + columns.stream().map(SourceColumn::name).toList(), remedy));
        }
        return new SourceTable(database, title, profiles);
    }

    long rows() {
        return profiles.getFirst().rows();
    }

    List<String> names() {
        return profiles.stream().map(ColumnProfile::name).toList();
    }

    /// The names in a message: of many only the first ones.
    String shownNames() {
        String shown = names().stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return profiles.size() <= MOST_SHOWN ? shown : shown + ", … (" + profiles.size() + " in all)";
    }

    /// The names with what is in each column: of many only the first ones.
    String described() {
        String shown = profiles.stream().limit(MOST_SHOWN).map(ColumnProfile::described)
                .collect(Collectors.joining(", "));
        return profiles.size() <= MOST_SHOWN ? shown : shown + ", … (" + profiles.size() + " in all)";
    }

    /// Whether each row looks like a series of its own: a name, then many numbers.
    boolean looksWide() {
        return profiles.size() > MOST_SHOWN && profiles.getFirst().kind() == Kind.TEXT
                && profiles.stream().skip(1).allMatch(p -> p.kind() == Kind.NUMBER || p.kind() == Kind.EMPTY);
    }

    /// The profile of a column.
    ///
    /// @throws DataException when there is none of this name
    ColumnProfile profile(String name) {
        for (ColumnProfile profile : profiles) {
            if (profile.name().equals(name)) {
                return profile;
            }
        }
        throw new DataException(new Problem("'" + title + "' has no column '" + name + "'",
                "one of " + shownNames(), "'" + name + "'",
                Suggestion.text(name, names()) + "check the spelling"));
    }

    /// The first texts of an expression in row order, at most `limit`.
    List<String> firstTexts(String expression, int limit) {
        List<String> texts = new ArrayList<>();
        database.query("select " + expression + " from source_rows where " + expression
                + " is not null order by rowid limit " + limit, row -> texts.add(row.getString(1)));
        return texts;
    }

    /// How many rows an expression is not null in.
    long count(String expression) {
        long[] count = new long[1];
        database.query("select count(" + expression + ") from source_rows", row -> count[0] = row.getLong(1));
        return count[0];
    }

    /// Number and text of the first rows a condition holds in, at most `limit`.
    Map<Long, String> rowsWhere(String condition, String text, int limit) {
        Map<Long, String> rows = new LinkedHashMap<>();
        database.query("select rowid + 1, " + text + " from source_rows where " + condition
                + " order by rowid limit " + limit, row -> rows.put(row.getLong(1), String.valueOf(row.getString(2))));
        return rows;
    }
}
