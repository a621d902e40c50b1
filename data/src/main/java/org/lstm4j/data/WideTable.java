package org.lstm4j.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.prepare.Observations;

/// A wide table: a row is a series, its name first, then its values. Rows may
/// be of different lengths, by ending early or by empty cells at their end; an
/// empty cell between values is a missing value.
///
/// The rows are cut here and not by DuckDB, for which thousands of columns are
/// slow: 2,600 of them, each with an expression, took it 14 seconds.
///
/// @param series one for each row, in order
/// @param delimiter between cells
/// @param decimal the decimal sign
/// @param header whether the first line holds names
record WideTable(List<Observations> series, char delimiter, char decimal, boolean header) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /// @param column what the value column is called
    /// @throws DataException when there are no rows, a name occurs twice, a row has no values, or one is not a number
    static WideTable read(StagedText text, ReadOptions options, String column) throws IOException {
        Dialect dialect = dialect(text, options);
        Map<String, Long> rowOfName = new HashMap<>();
        List<Observations> series = new ArrayList<>();
        try (Reader reader = text.open()) {
            TextLines lines = new TextLines(reader, text.title());
            long row = 0;
            boolean headerAhead = dialect.header();
            @Nullable
            String line = lines.next();
            for (; line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                if (headerAhead) {
                    headerAhead = false;
                    continue;
                }
                row++;
                List<String> cells = Delimited.cells(line, dialect.delimiter());
                Long earlier = rowOfName.put(cells.getFirst(), row);
                if (earlier != null) {
                    throw twice(cells.getFirst(), earlier, row);
                }
                double[] values = values(cells, row, dialect.decimal(), options.missingTexts());
                series.add(Observations.withoutTime(cells.getFirst(), List.of(column), new double[][]{values}));
            }
        }
        if (series.isEmpty()) {
            throw new DataException(new Problem("'" + text.title() + "' has no rows of data", "a row for each series",
                    "a header only", "check the file; when its first line is data already, add --no-header"));
        }
        return new WideTable(series, dialect.delimiter(), dialect.decimal(), dialect.header());
    }

    /// As for any delimited text, but for the header: a first line whose cells after
    /// the name are all numbers is data.
    private static Dialect dialect(StagedText text, ReadOptions options) throws IOException {
        try (Reader reader = text.open()) {
            List<String> sample = Dialect.sample(new TextLines(reader, text.title()));
            if (sample.stream().allMatch(String::isBlank)) {
                throw InputFiles.empty(text.title());
            }
            Dialect dialect = Dialect.detect(sample, options);
            List<String> first = Delimited.cells(sample.get(dialect.blankLines()), dialect.delimiter());
            boolean data = first.stream().skip(1).allMatch(cell -> options.missingTexts().contains(cell.strip())
                    || isNumber(cell.strip(), dialect.decimal()));
            return new Dialect(dialect.delimiter(), dialect.decimal(), dialect.header() && !data, dialect.names(),
                    dialect.blankLines());
        }
    }

    private static double[] values(List<String> cells, long row, char decimal, List<String> missing) {
        double[] values = new double[cells.size() - 1];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            String cell = cells.get(i + 1).strip();
            if (missing.contains(cell)) {
                values[i] = Double.NaN;
                continue;
            }
            if (!isNumber(cell, decimal)) {
                throw new DataException(new Problem(
                        "row " + row + " (series '" + cells.getFirst() + "') has text as value " + (i + 1), "a number",
                        "'" + cell + "'", "correct it, or if it means a missing value add --missing '" + cell + "'"));
            }
            values[i] = Double.parseDouble(cell.replace(decimal, '.'));
            length = i + 1;
        }
        if (length == 0) {
            throw new DataException(new Problem("row " + row + " (series '" + cells.getFirst() + "') has no values",
                    "a name and at least one number", "", "correct or remove the row"));
        }
        return Arrays.copyOf(values, length);
    }

    private static boolean isNumber(String cell, char decimal) {
        String point = decimal == '.' ? cell : cell.replace('.', '_').replace(decimal, '.');
        return NUMBER.matcher(point).matches() && Double.isFinite(Double.parseDouble(point));
    }

    private static DataException twice(String name, long earlier, long row) {
        return new DataException(new Problem("the series '" + name + "' occurs twice", "a row for each series",
                "rows " + earlier + " and " + row, "rename or remove one of them"));
    }
}
