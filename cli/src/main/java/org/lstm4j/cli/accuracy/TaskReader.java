package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.cli.accuracy.ProtocolData.Means;
import org.lstm4j.cli.accuracy.ProtocolData.Table;
import org.lstm4j.cli.accuracy.ProtocolData.TrainAndTest;
import org.lstm4j.data.DataReader;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// Reads the files of a protocol.
public final class TaskReader {

    private static final String COLUMN = "value";

    private final DataFolder folder;

    public TaskReader(DataFolder folder) {
        this.folder = folder;
    }

    /// @throws DataException when a file is not as the protocol says
    public Task read(Protocol protocol) {
        return switch (protocol.data()) {
            case TrainAndTest files -> joined(protocol, files);
            case Table table -> {
                Dataset data = table(table);
                yield new Task(protocol, columns(data), data.series());
            }
            case Means(Table table, int steps) -> {
                Dataset data = table(table);
                yield new Task(protocol, columns(data),
                        data.series().stream().map(one -> StepMeans.of(one, steps)).toList());
            }
        };
    }

    private Dataset table(Table table) {
        ReadOptions.Builder reading = ReadOptions.from(folder.require(table.file()));
        return DataReader.read(table.reading().apply(reading).build());
    }

    private static ColumnRoles columns(Dataset data) {
        Roles roles = data.roles();
        return new ColumnRoles(roles.targets(), roles.past(), roles.future());
    }

    private Task joined(Protocol protocol, TrainAndTest files) {
        Map<String, double[]> before = rows(files.train());
        Map<String, double[]> after = rows(files.test());
        requireSameSeries(files, before, after);
        int longest = before.values().stream().mapToInt(row -> row.length).max().orElseThrow();
        List<TimeSeries> series = new ArrayList<>();
        before.forEach((name, known) -> {
            double[] padded = files.aligned() ? padded(known, longest) : known;
            double[] came = padded(requireHorizon(files, name, Objects.requireNonNull(after.get(name)),
                    protocol.horizon()),
                    protocol.horizon());
            double[] whole = Arrays.copyOf(padded, padded.length + came.length);
            System.arraycopy(came, 0, whole, padded.length, came.length);
            series.add(TimeSeries.of(name, Timeline.ofSteps(), List.of(COLUMN), new double[][]{whole}));
        });
        return new Task(protocol, ColumnRoles.targets(List.of(COLUMN)), series);
    }

    private Map<String, double[]> rows(String file) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        ReadOptions options = ReadOptions.from(folder.require(file)).wide(true).target(COLUMN).build();
        for (TimeSeries one : DataReader.read(options).series()) {
            rows.put(one.name(), one.column(COLUMN));
        }
        return rows;
    }

    private static void requireSameSeries(TrainAndTest files, Map<String, double[]> before,
            Map<String, double[]> after) {
        for (String name : before.keySet()) {
            if (!after.containsKey(name)) {
                throw new DataException(new Problem(
                        "series '" + name + "' is in " + files.train() + " but not in " + files.test(),
                        "the same series in both", before.size() + " series, and " + after.size(),
                        "bring the two files that belong together"));
            }
        }
    }

    private static double[] requireHorizon(TrainAndTest files, String name, double[] row, int horizon) {
        if (row.length > horizon) {
            throw new DataException(new Problem(
                    "series '" + name + "' of " + files.test() + " has too many values", "at most " + horizon,
                    row.length + " values", "bring the published test file"));
        }
        return row;
    }

    /// What a row lacks at its end is missing.
    private static double[] padded(double[] row, int steps) {
        double[] padded = Arrays.copyOf(row, steps);
        Arrays.fill(padded, row.length, steps, Double.NaN);
        return padded;
    }
}
