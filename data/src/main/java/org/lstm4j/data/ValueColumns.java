package org.lstm4j.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.data.ColumnInfo.Kind;

/// The columns a series is made of, each a number in SQL, and what they are
/// for.
///
/// A text column asked for as past, future or static becomes an indicator
/// column `name=value` for each of its values, in order, which is 1 where the
/// row has that value, 0 where it has another and missing where it has none.
///
/// @param roles names by role
/// @param columns all of them, in the order of [Roles#all]
record ValueColumns(Roles roles, List<Column> columns) {

    /// Values a text column may have to be made into indicators.
    static final int MOST_CATEGORIES = 32;

    /// The share of numbers that makes a column a number column with a mistake in
    /// it, and not a text column.
    private static final double MOSTLY_NUMBERS = 0.9;

    /// @param name of the column in the series
    /// @param sql its value as a number
    record Column(String name, String sql) {}

    /// @param time columns that hold the time, no targets by themselves
    /// @throws DataException when a column does not exist or cannot be a number
    /// @throws ConfigurationException when a column has two roles
    static ValueColumns of(SourceTable table, ReadOptions options, TimeSource time) {
        requireOneRoleEach(options);
        List<Column> columns = new ArrayList<>();
        List<String> targets = options.target().isEmpty() ? foundTargets(table, options, time) : options.target();
        targets.forEach(name -> columns.add(number(table, table.profile(name))));
        Roles roles = new Roles(targets, covariates(table, options.past(), columns),
                covariates(table, options.future(), columns), covariates(table, options.statics(), columns));
        return new ValueColumns(roles, List.copyOf(columns));
    }

    private static void requireOneRoleEach(ReadOptions options) {
        Set<String> taken = new HashSet<>();
        for (String name : new Roles(options.target(), options.past(), options.future(), options.statics()).all()) {
            if (!taken.add(name)) {
                throw new ConfigurationException(new Problem("column '" + name + "' is named twice",
                        "one of --target, --past, --future and --static for each column", "", "name it once"));
            }
        }
    }

    private static List<String> foundTargets(SourceTable table, ReadOptions options, TimeSource time) {
        Set<String> taken = new HashSet<>(time.columns());
        taken.addAll(options.past());
        taken.addAll(options.future());
        taken.addAll(options.statics());
        String series = options.series();
        List<String> numbers = table.profiles().stream().filter(p -> p.kind() == Kind.NUMBER)
                .map(ColumnProfile::name).filter(name -> !taken.contains(name) && !name.equals(series)).toList();
        if (numbers.size() == 1 || (options.allColumns() && !numbers.isEmpty())) {
            return numbers;
        }
        if (numbers.isEmpty()) {
            throw noNumbers(table);
        }
        throw new DataException(new Problem("it is not clear which column is to be forecast", "one number column",
                "the number columns " + String.join(", ", numbers), "name it with --target"));
    }

    private static DataException noNumbers(SourceTable table) {
        for (ColumnProfile profile : table.profiles()) {
            if (profile.kind() == Kind.TEXT && profile.numbers() > 0) {
                return textAmongNumbers(table, profile);
            }
        }
        return new DataException(new Problem("'" + table.title() + "' has no number column to forecast",
                "at least one column of numbers", "columns " + table.described(),
                "check --delimiter, --decimal and --missing, or name the column with --target"));
    }

    private static List<String> covariates(SourceTable table, List<String> names, List<Column> columns) {
        List<String> added = new ArrayList<>();
        for (String name : names) {
            ColumnProfile profile = table.profile(name);
            boolean isText = profile.kind() == Kind.TEXT && profile.numbers() < MOSTLY_NUMBERS * profile.present();
            List<Column> ofName = isText ? indicators(table, profile) : List.of(number(table, profile));
            ofName.forEach(column -> added.add(column.name()));
            columns.addAll(ofName);
        }
        return added;
    }

    private static Column number(SourceTable table, ColumnProfile profile) {
        return switch (profile.kind()) {
            case NUMBER -> new Column(profile.name(), profile.column().number());
            case TEXT -> throw textAmongNumbers(table, profile);
            case EMPTY -> throw new DataException(new Problem("column '" + profile.name() + "' has no value in any row",
                    "numbers", "", "check the column and --missing, or leave it out"));
            case TIME, OTHER -> throw new DataException(new Problem("column '" + profile.name() + "' holds no numbers",
                    "numbers", "values such as '" + profile.example() + "'", "name another column"));
        };
    }

    private static DataException textAmongNumbers(SourceTable table, ColumnProfile profile) {
        SourceColumn column = profile.column();
        Map.Entry<Long, String> bad = table
                .rowsWhere(column.present() + " and " + column.number() + " is null", column.text(), 1).entrySet()
                .iterator().next();
        String value = bad.getValue();
        boolean points = !table
                .rowsWhere(column.number() + " is not null and contains(" + column.text() + ", '.')", "''", 1)
                .isEmpty();
        return new DataException(new Problem("row " + bad.getKey() + " has text in the number column '"
                + profile.name() + "'", "a number", "'" + value + "'", NumberTexts.remedy(value, points)));
    }

    private static List<Column> indicators(SourceTable table, ColumnProfile profile) {
        String sql = profile.column().sql();
        List<String> values = new ArrayList<>();
        table.database().query("select distinct " + sql + " from source_rows where " + sql + " is not null limit "
                + (MOST_CATEGORIES + 1), row -> values.add(row.getString(1)));
        if (values.size() > MOST_CATEGORIES) {
            throw new DataException(new Problem("the text column '" + profile.name() + "' has too many values",
                    "at most " + MOST_CATEGORIES + " different ones, to make a column of each",
                    "more than " + MOST_CATEGORIES, "leave it out, or group its values"));
        }
        values.sort(null);
        return values.stream().map(value -> new Column(profile.name() + "=" + value,
                "case when " + sql + " is not null then cast(" + sql + " = " + SqlText.literal(value)
                        + " as double) end"))
                .toList();
    }
}
