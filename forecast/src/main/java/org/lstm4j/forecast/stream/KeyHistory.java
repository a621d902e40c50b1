package org.lstm4j.forecast.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.QuantileCorrection;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;

/// What is kept of one key: the rows a window reads, the last value of each column before them, and what was announced of the steps ahead.
///
/// A missing number is filled with the last one before it, which may lie before the window, and a static value may have come long ago. So
/// the values that leave are remembered column by column, and stand in the series that the model is given as one row before the window: all
/// it can read is as in the whole series.
final class KeyHistory {

    private final String key;
    private final StreamColumns columns;
    private final Timeline timeline;
    /// steps back that a window reads, lags included
    private final int lookback;
    /// `[columns][lookback + horizon]`; a step stands at its number modulo the length; NaN where nothing is known
    private final double[][] ring;
    /// of each column, the last value that left the window; NaN for none
    private final double[] left;
    /// the step after the latest row
    private int steps;
    /// the step after the last one announced, or `steps`
    private int announced;
    /// what its intervals have learnt; null where they learn nothing
    private final @Nullable KeyIntervals intervals;

    /// @param columns those of the form
    /// @param intervals what learns from its rows; null for none
    KeyHistory(String key, Timeline timeline, WindowForm form, StreamColumns columns,
            @Nullable KeyIntervals intervals) {
        this.key = key;
        this.intervals = intervals;
        this.timeline = timeline;
        this.columns = columns;
        lookback = form.reach();
        ring = new double[columns.count()][lookback + form.window().horizon()];
        left = new double[columns.count()];
        Arrays.fill(left, Double.NaN);
        for (double[] values : ring) {
            Arrays.fill(values, Double.NaN);
        }
    }

    String key() {
        return key;
    }

    Timeline timeline() {
        return timeline;
    }

    /// The step after the latest row: where a forecast begins.
    int steps() {
        return steps;
    }

    /// Where that step stands in [#series].
    int origin() {
        return steps - from();
    }

    /// What a forecast from there is corrected by.
    QuantileCorrection correction() {
        return intervals == null ? QuantileCorrection.NONE : intervals.at(steps);
    }

    double value(int column, int step) {
        return ring[column][step % ring[column].length];
    }

    /// Goes on to a step, those before it without a row being missing.
    void advanceTo(int step) {
        for (int room = ring[0].length; steps < step && room > 0; room--) {
            advance();
        }
        steps = step; // beyond a gap as long as the ring all that was kept has left
        announced = Math.max(announced, steps);
    }

    /// Takes the row of the next step; of what is missing in it, what was announced stays.
    void add(double[] row) {
        if (intervals != null) {
            intervals.observe(steps, row);
        }
        write(steps, row);
        advance();
        announced = Math.max(announced, steps);
    }

    /// Takes what is known of a step ahead, at most the horizon after the latest row.
    void announce(int step, double[] row) {
        write(step, row);
        announced = Math.max(announced, step + 1);
    }

    /// What a model reads to forecast from [#origin].
    TimeSeries series() {
        int from = from();
        double[][] values = new double[ring.length][announced - from];
        for (int column = 0; column < values.length; column++) {
            for (int index = 0; index < values[column].length; index++) {
                int step = from + index;
                values[column][index] = step < steps - lookback ? left[column] : value(column, step);
            }
        }
        return columns.series(key, timeline.from(from), values);
    }

    /// The first step of the series: where steps have left, one more than the window reads.
    private int from() {
        return Math.max(0, steps - lookback - 1);
    }

    /// The next step becomes the latest, and the oldest leaves; its place is that of the step a horizon ahead.
    private void advance() {
        int slot = Math.floorMod(steps - lookback, ring[0].length);
        for (int column = 0; column < ring.length; column++) {
            if (!Double.isNaN(ring[column][slot])) {
                left[column] = ring[column][slot];
            }
            ring[column][slot] = Double.NaN;
        }
        steps++;
    }

    private void write(int step, double[] row) {
        for (int column = 0; column < ring.length; column++) {
            if (!Double.isNaN(row[column])) {
                ring[column][step % ring[column].length] = row[column];
            }
        }
    }

    /// All of it but the columns' names.
    JsonObject toJson() {
        int first = Math.max(0, steps - lookback);
        List<JsonValue> rows = new ArrayList<>();
        for (int step = first; step < announced; step++) {
            double[] row = new double[ring.length];
            for (int column = 0; column < row.length; column++) {
                row[column] = value(column, step);
            }
            rows.add(JsonValue.of(row));
        }
        return JsonValue.object()
                .put("key", key)
                .put("start", timeline.start())
                .put("steps", steps)
                .put("left", left)
                .put("rows", new JsonArray(rows))
                .put("intervals", intervals == null ? JsonNull.NULL : intervals.toJson())
                .build();
    }

    /// The history that [#toJson] wrote.
    ///
    /// @param beginning a history without rows, of the same key and start
    static KeyHistory restored(JsonObject json, KeyHistory beginning) {
        List<JsonValue> rows = json.require("rows").asList();
        int steps = json.require("steps").asInt();
        int first = Math.max(0, steps - beginning.lookback);
        double[] left = values(json.require("left"), beginning.columns);
        System.arraycopy(left, 0, beginning.left, 0, left.length);
        if (steps < 1 || rows.size() < steps - first || rows.size() > steps - first + beginning.horizon()) {
            throw new IllegalArgumentException("key '" + beginning.key + "' has " + rows.size() + " saved rows at step "
                    + steps + ", where a window looks back " + beginning.lookback + " and ahead "
                    + beginning.horizon());
        }
        beginning.steps = steps;
        beginning.announced = first + rows.size();
        for (int index = 0; index < rows.size(); index++) {
            beginning.write(first + index, values(rows.get(index), beginning.columns));
        }
        return beginning;
    }

    private int horizon() {
        return ring[0].length - lookback;
    }

    private static double[] values(JsonValue json, StreamColumns columns) {
        double[] values = json.asList().stream().mapToDouble(JsonValue::asDouble).toArray();
        columns.requireSaved(values);
        return values;
    }
}
