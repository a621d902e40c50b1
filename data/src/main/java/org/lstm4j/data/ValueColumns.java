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

/// The columns a series is made of, and what they are for.
///
/// A text column asked for as past, future or static holds categories: its
/// values, sorted. So does a number column that is named as one of categories.
///
/// @param roles names by role
/// @param columns all of them, in the order of [Roles#all]
record ValueColumns(Roles roles, List<Column> columns) {

    /// Different values a column of categories may have: with more it holds names of rows or free text.
    static final int MOST_CATEGORIES = 10_000;

    /// The share of numbers that makes a column a number column with a mistake in
    /// it, and not a text column.
    private static final double MOSTLY_NUMBERS = 0.9;

    /// @param name of the column in the series
    /// @param sql its value as a number, or as a text where it holds categories
    /// @param categories sorted; empty for numbers
    record Column(String name, String sql, List<String> categories) {

        Column {
            categories = List.copyOf(categories);
        }
    }

    /// @param time columns that hold the time, no targets by themselves
    /// @throws DataException when a column does not exist or cannot be a number
    /// @throws ConfigurationException when a column has two roles
    static ValueColumns of(SourceTable table, ReadOptions options, TimeSource time) {
        requireOneRoleEach(options);
        List<Column> columns = new ArrayList<>();
        List<String> targets = options.target().isEmpty() ? foundTargets(table, options, time) : options.target();
        targets.forEach(name -> columns.add(number(table, table.profile(name))));
        Roles roles = new Roles(targets, options.past(), options.future(), options.statics());
        requireCovariates(options.categories(), roles);
        roles.all().subList(targets.size(), roles.all().size())
                .forEach(name -> columns.add(covariate(table, table.profile(name), options)));
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

    private static void requireCovariates(List<String> categories, Roles roles) {
        List<String> covariates = roles.all().subList(roles.targets().size(), roles.all().size());
        for (String name : categories) {
            if (!covariates.contains(name)) {
                throw new ConfigurationException(new Problem("column '" + name + "' cannot hold categories",
                        "a column named with --past, --future or --static", String.join(", ", covariates),
                        "name '" + name + "' with one of these too"));
            }
        }
    }

    private static Column covariate(SourceTable table, ColumnProfile profile, ReadOptions options) {
        boolean isText = profile.kind() == Kind.TEXT && profile.numbers() < MOSTLY_NUMBERS * profile.present();
        return isText || options.categories().contains(profile.name())
                ? categories(table, profile)
                : number(table, profile);
    }

    private static Column number(SourceTable table, ColumnProfile profile) {
        return switch (profile.kind()) {
            case NUMBER -> new Column(profile.name(), profile.column().number(), List.of());
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

    private static Column categories(SourceTable table, ColumnProfile profile) {
        String sql = profile.column().text();
        List<String> values = new ArrayList<>();
        table.database().query("select distinct " + sql + " from source_rows where " + profile.column().present()
                + " limit " + (MOST_CATEGORIES + 1), row -> values.add(row.getString(1)));
        if (values.isEmpty()) {
            throw new DataException(new Problem("column '" + profile.name() + "' has no value in any row",
                    "categories", "", "check the column and --missing, or leave it out"));
        }
        if (values.size() > MOST_CATEGORIES) {
            throw new DataException(new Problem("the column '" + profile.name() + "' has too many categories",
                    "at most " + MOST_CATEGORIES + " different values, of which a vector each is learnt",
                    "more than " + MOST_CATEGORIES, "leave it out, or group its values"));
        }
        values.sort(null);
        return new Column(profile.name(), sql, values);
    }
}
