package org.lstm4j.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.TimeSeries;

/// Writes series as delimited text that [DataReader] reads back bit for bit:
/// `series,time,` and the columns, a row for each step of each series.
///
/// The column `series` is left out when the only series has no name. Times are
/// instants in UTC; without time the column is `step`. Numbers are the shortest
/// decimals that read back as the same double; a missing value is an empty
/// cell.
public final class SeriesCsv {

    private SeriesCsv() {}

    /// @param series all with the same columns
    /// @param target receives the text; lines end with a line feed
    public static void write(List<TimeSeries> series, Appendable target) throws IOException {
        boolean named = series.stream().anyMatch(one -> !one.name().isEmpty());
        List<String> header = new ArrayList<>();
        if (named) {
            header.add("series");
        }
        header.add(series.getFirst().timeline().hasTime() ? "time" : "step");
        header.addAll(series.getFirst().columns());
        line(header, target);
        for (TimeSeries one : series) {
            rows(one, named, target);
        }
    }

    private static void rows(TimeSeries series, boolean named, Appendable target) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int step = 0; step < series.steps(); step++) {
            cells.clear();
            if (named) {
                cells.add(series.name());
            }
            cells.add(series.timeline().format(step));
            for (int column = 0; column < series.columns().size(); column++) {
                List<String> categories = series.categories(series.columns().get(column));
                cells.add(cell(series.value(column, step), categories));
            }
            line(cells, target);
        }
    }

    private static void line(List<String> cells, Appendable target) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            target.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        target.append('\n');
    }

    private static String cell(double value, List<String> categories) {
        if (Double.isNaN(value)) {
            return "";
        }
        return categories.isEmpty() ? Double.toString(value) : categories.get((int) value);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
