package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.Samples;

/// Windows of series as samples [lookback, channels] with targets [horizon · targets]: cut when a batch asks for them, so that
/// neighbouring windows share their steps in memory.
public final class WindowSamples implements Samples {

    private final List<PreparedSeries> series;
    private final FeatureSchema schema;
    private final WindowSpec window;
    private final int[] seriesIndex;
    private final int[] origins;

    private WindowSamples(
            List<PreparedSeries> series, FeatureSchema schema, WindowSpec window, int[] seriesIndex, int[] origins) {
        this.series = series;
        this.schema = schema;
        this.window = window;
        this.seriesIndex = seriesIndex;
        this.origins = origins;
    }

    /// Collects windows series by series.
    public static Builder of(FeatureSchema schema, WindowSpec window) {
        return new Builder(schema, window);
    }

    @Override
    public int count() {
        return origins.length;
    }

    @Override
    public Shape inputShape() {
        return Shape.sequence(window.lookback(), schema.channels());
    }

    @Override
    public Shape targetShape() {
        return Shape.of(new Axis("outputs", window.horizon() * schema.targets().size()));
    }

    @Override
    public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        PreparedSeries one = series(sample);
        one.copyInputs(origins[sample], inputs, inputOffset);
        one.copyTargets(origins[sample], targets, targetOffset);
    }

    /// The series of a window.
    public PreparedSeries series(int sample) {
        return series.get(seriesIndex[sample]);
    }

    /// The step of a window's first target.
    public int origin(int sample) {
        return origins[sample];
    }

    /// The same windows of the same series, prepared otherwise.
    ///
    /// @param prepared in the order in which the series were added
    public WindowSamples withSeries(List<PreparedSeries> prepared) {
        return new WindowSamples(List.copyOf(prepared), schema, window, seriesIndex, origins);
    }

    /// At most that many of the windows, spread evenly: of `count`, those numbered `i · count / most`. All of them where there are no
    /// more.
    ///
    /// @param most at least 1
    public WindowSamples thinned(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("windows cannot be thinned to " + most + "; keep at least 1");
        }
        if (count() <= most) {
            return this;
        }
        int[] kept = new int[most];
        Arrays.setAll(kept, index -> (int) ((long) index * count() / most));
        return only(kept);
    }

    private WindowSamples only(int[] samples) {
        return new WindowSamples(
                series,
                schema,
                window,
                Arrays.stream(samples).map(sample -> seriesIndex[sample]).toArray(),
                Arrays.stream(samples).map(sample -> origins[sample]).toArray());
    }

    /// A copy of a series, by its number, in which every value that no window reads or foretells is missing: what a scaler may
    /// be fitted to when windows are dealt out at random.
    public TimeSeries seen(int number) {
        TimeSeries whole = series.get(number).series();
        boolean[] read = new boolean[whole.steps()];
        for (int sample = 0; sample < origins.length; sample++) {
            if (seriesIndex[sample] == number) {
                Arrays.fill(read, origins[sample] - window.lookback(), origins[sample] + window.horizon(), true);
            }
        }
        TimeSeries seen = whole;
        for (String column : schema.columns()) {
            double[] values = whole.column(column);
            for (int step = 0; step < values.length; step++) {
                values[step] = read[step] ? values[step] : Double.NaN;
            }
            seen = seen.withColumn(column, values);
        }
        return seen;
    }

    /// Deals the windows out at random.
    ///
    /// @param shares how many windows each part gets, in order; what is left over goes to none
    public List<WindowSamples> deal(RandomStream random, int... shares) {
        int[] order = new int[count()];
        Arrays.setAll(order, index -> index);
        random.shuffle(order, order.length);
        List<WindowSamples> parts = new ArrayList<>();
        int from = 0;
        for (int share : shares) {
            int[] chosen = Arrays.copyOfRange(order, from, from + share);
            Arrays.sort(chosen);
            parts.add(only(chosen));
            from += share;
        }
        return parts;
    }

    /// Collects windows.
    public static final class Builder {

        private final FeatureSchema schema;
        private final WindowSpec window;
        private final List<PreparedSeries> series = new ArrayList<>();
        private final List<int[]> originsOfSeries = new ArrayList<>();

        private Builder(FeatureSchema schema, WindowSpec window) {
            this.schema = schema;
            this.window = window;
        }

        /// Adds all windows of a series whose targets lie in steps `from` (inclusive) to `to` (exclusive) and were all
        /// observed. What they look back on may lie before `from`, but not before step 0.
        public Builder add(PreparedSeries one, int from, int to) {
            int first = Math.max(from, window.lookback());
            int[] found = new int[Math.max(0, to - window.horizon() - first + 1)];
            int count = 0;
            for (int origin = first; origin + window.horizon() <= to; origin++) {
                if (one.isComplete(origin)) {
                    found[count++] = origin;
                }
            }
            series.add(one);
            originsOfSeries.add(Arrays.copyOf(found, count));
            return this;
        }

        public WindowSamples build() {
            int count = originsOfSeries.stream().mapToInt(origins -> origins.length).sum();
            int[] seriesIndex = new int[count];
            int[] origins = new int[count];
            int at = 0;
            for (int index = 0; index < series.size(); index++) {
                int[] found = originsOfSeries.get(index);
                Arrays.fill(seriesIndex, at, at + found.length, index);
                System.arraycopy(found, 0, origins, at, found.length);
                at += found.length;
            }
            return new WindowSamples(List.copyOf(series), schema, window, seriesIndex, origins);
        }
    }
}
