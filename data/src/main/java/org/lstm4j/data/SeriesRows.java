package org.lstm4j.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.data.ValueColumns.Column;
import org.lstm4j.forecast.prepare.Observations;

/// Takes the rows out of DuckDB, in the order of the source, and parts them by
/// series; the series are in the order in which they first appear.
final class SeriesRows {

    /// Columns taken in one query: DuckDB's planning time grows with the square of
    /// the expressions.
    private static final int AT_ONCE = 50;

    private final SourceTable table;
    private final TimeSource time;
    private final LocalClock clock;

    SeriesRows(SourceTable table, TimeSource time, LocalClock clock) {
        this.table = table;
        this.time = time;
        this.clock = clock;
    }

    /// @param seriesColumn the column that tells series apart; null for one series
    /// @throws DataException when a row has no time or no series
    List<Observations> read(@Nullable SourceColumn seriesColumn, List<Column> columns) {
        int rows = Math.toIntExact(table.rows());
        String[] names = names(seriesColumn, rows);
        long[] times = times(names);
        double[][] values = values(columns, rows);
        List<String> columnNames = columns.stream().map(Column::name).toList();
        List<List<String>> categories = columns.stream().map(Column::categories).toList();
        // in the order in which the series first appear
        Map<String, IntStream.Builder> indices = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            indices.computeIfAbsent(names[i], _ -> IntStream.builder()).add(i);
        }
        List<Observations> series = new ArrayList<>();
        indices.forEach(
                (name, rowsOf) -> series.add(part(name, rowsOf.build().toArray(), times, columnNames, values)
                        .withCategories(categories)));
        return series;
    }

    private String[] names(@Nullable SourceColumn seriesColumn, int rows) {
        String[] names = new String[rows];
        Arrays.fill(names, "");
        if (seriesColumn == null) {
            return names;
        }
        Map<String, String> known = new LinkedHashMap<>();
        table.database().query("select rowid, " + seriesColumn.text() + " from source_rows order by rowid", row -> {
            int index = row.getInt(1);
            String name = row.getString(2);
            if (name == null) {
                throw new DataException(new Problem("row " + (index + 1) + " belongs to no series",
                        "a value in column '" + seriesColumn.name() + "'", "an empty one",
                        "correct or remove the row"));
            }
            // one object for each name, not one for each row
            names[index] = known.computeIfAbsent(name, same -> same);
        });
        return names;
    }

    private long[] times(String[] names) {
        if (time.isNumbered()) {
            return numbers(names);
        }
        long[] times = new long[names.length];
        table.database().query("select rowid, " + time.micros() + " from source_rows order by rowid", row -> {
            int index = row.getInt(1);
            long millis = Math.floorDiv(row.getLong(2), 1000L);
            if (row.wasNull()) {
                throw new DataException(new Problem("row " + (index + 1) + " has no time",
                        "a value in " + String.join(" and ", time.columns()), "an empty one",
                        "correct or remove the row"));
            }
            times[index] = time.instant() ? millis : clock.instant(names[index], millis, index + 1L);
        });
        return times;
    }

    /// Steps 0, 1, 2, … of each series.
    private static long[] numbers(String[] names) {
        Map<String, long[]> next = new LinkedHashMap<>();
        long[] numbers = new long[names.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next.computeIfAbsent(names[i], _ -> new long[1])[0]++;
        }
        return numbers;
    }

    private double[][] values(List<Column> columns, int rows) {
        double[][] values = new double[columns.size()][rows];
        for (int from = 0; from < columns.size(); from += AT_ONCE) {
            int first = from;
            List<Column> part = columns.subList(from, Math.min(columns.size(), from + AT_ONCE));
            String sql = String.join(", ", part.stream().map(Column::sql).toList());
            table.database().query("select rowid, " + sql + " from source_rows order by rowid", row -> {
                int index = row.getInt(1);
                for (int c = 0; c < part.size(); c++) {
                    values[first + c][index] = value(row, c + 2, part.get(c));
                }
            });
        }
        return values;
    }

    /// A number, or the place of a category; NaN where there is none.
    private static double value(ResultSet row, int cell, Column column) throws SQLException {
        if (column.categories().isEmpty()) {
            double value = row.getDouble(cell);
            return row.wasNull() ? Double.NaN : value;
        }
        String text = row.getString(cell);
        return text == null ? Double.NaN : Collections.binarySearch(column.categories(), text);
    }

    private static Observations part(String name, int[] indices, long[] times, List<String> columns,
            double[][] values) {
        long[] partTimes = Arrays.stream(indices).mapToLong(i -> times[i]).toArray();
        long[] partRows = Arrays.stream(indices).mapToLong(i -> i + 1L).toArray();
        double[][] partValues = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            double[] column = values[c];
            partValues[c] = Arrays.stream(indices).mapToDouble(i -> column[i]).toArray();
        }
        return new Observations(name, partTimes, columns, partValues, partRows);
    }
}
