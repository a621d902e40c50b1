package org.lstm4j.benchmarks.defaults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// The first four fifths of every series of a file: all but what `train` would judge.
///
/// For files of the collection, none of which has a separator or a line break within quotes.
///
/// @param file how the rows are to be read
record EarlierRows(TrainedFile file) {

    private static final String SEPARATOR = ",";

    /// Writes them beside nothing else that is there.
    ///
    /// @param source the whole file, as it is or as `.gz`
    /// @param folder to write to
    /// @return what was written
    /// @throws StorageException when a file cannot be read or written
    Path write(Path source, Path folder) {
        Path earlier = folder.resolve(file.name() + "-earlier.csv");
        try {
            Files.write(earlier, earlier(lines(source)));
        } catch (IOException e) {
            throw new StorageException(new Problem("the earlier rows of '" + source + "' could not be kept",
                    "a readable file and a folder with room", String.valueOf(e.getMessage()),
                    "check both, then run it again"), e);
        }
        return earlier;
    }

    private static List<String> lines(Path source) throws IOException {
        try (InputStream bytes = Files.newInputStream(source);
                InputStream plain = source.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    List<String> earlier(List<String> lines) {
        int header = file.reading().contains("--no-header") ? 0 : 1;
        List<String> rows = lines.subList(header, lines.size());
        List<String> kept = new ArrayList<>(lines.subList(0, header));
        if (file.reading().contains("--wide")) {
            rows.forEach(row -> kept.add(earlierValues(row)));
        } else {
            bySeries(rows, seriesColumn(lines.getFirst()))
                    .forEach((_, ofSeries) -> kept.addAll(ofSeries.subList(0, fourFifths(ofSeries.size()))));
        }
        return kept;
    }

    /// Of a row that is a series: its name, then its values.
    private static String earlierValues(String row) {
        List<String> cells = Arrays.asList(row.split(SEPARATOR, 0));
        return String.join(SEPARATOR, cells.subList(0, 1 + fourFifths(cells.size() - 1)));
    }

    /// -1 where all rows are of one series.
    private int seriesColumn(String header) {
        int option = file.reading().indexOf("--series");
        return option < 0 ? -1 : Arrays.asList(header.split(SEPARATOR, 0)).indexOf(file.reading().get(option + 1));
    }

    private static Map<String, List<String>> bySeries(List<String> rows, int column) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String row : rows) {
            String series = column < 0 ? "" : row.split(SEPARATOR, 0)[column];
            all.computeIfAbsent(series, _ -> new ArrayList<>()).add(row);
        }
        return all;
    }

    private static int fourFifths(int count) {
        return count - Math.ceilDiv(count, 5);
    }
}
