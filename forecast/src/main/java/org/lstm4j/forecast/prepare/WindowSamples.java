package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.Samples;

/// Windows of series as samples [rows, channels] with targets [horizon · targets]: cut when a batch asks for them, so that
/// neighbouring windows share their steps in memory.
///
/// A window of several targets is one sample, or one for each target: see [TargetUse]. A target that is missing is NaN; a sample has
/// at least one that is not.
public final class WindowSamples implements Samples {

    private final WindowForm form;
    private final List<PreparedSeries> series;
    /// of each sample
    private final int[] seriesIndex;
    private final int[] origins;
    private final int[] parts;

    private WindowSamples(
            WindowForm form, List<PreparedSeries> series, int[] seriesIndex, int[] origins, int[] parts) {
        this.form = form;
        this.series = series;
        this.seriesIndex = seriesIndex;
        this.origins = origins;
        this.parts = parts;
    }

    /// Collects windows series by series.
    public static Builder of(WindowForm form) {
        return new Builder(form);
    }

    @Override
    public int count() {
        return origins.length;
    }

    @Override
    public Shape inputShape() {
        return form.inputShape();
    }

    @Override
    public Shape targetShape() {
        return Shape.of(new Axis("outputs", form.window().horizon() * form.targets()));
    }

    @Override
    public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        PreparedSeries one = series(sample);
        one.copyInputs(origins[sample], parts[sample], inputs, inputOffset);
        one.copyTargets(origins[sample], parts[sample], inputs, inputOffset, targets, targetOffset);
    }

    /// What a sample looks like.
    public WindowForm form() {
        return form;
    }

    /// The series of a sample.
    public PreparedSeries series(int sample) {
        return series.get(seriesIndex[sample]);
    }

    /// The step of a sample's first target.
    public int origin(int sample) {
        return origins[sample];
    }

    /// The number of a sample's first target: 0, but where targets come one by one.
    public int firstTarget(int sample) {
        return parts[sample];
    }

    /// Whether some target of some sample is missing.
    public boolean hasGaps() {
        return IntStream.range(0, count()).anyMatch(sample -> !isComplete(sample));
    }

    /// The samples without a missing target.
    public WindowSamples complete() {
        return only(IntStream.range(0, count()).filter(this::isComplete).toArray());
    }

    private boolean isComplete(int sample) {
        int observed = series(sample).observedTargets(origins[sample], parts[sample]);
        return observed == form.window().horizon() * form.targets();
    }

    /// The same windows of the same series, prepared otherwise.
    ///
    /// @param prepared in the order in which the series were added
    public WindowSamples withSeries(List<PreparedSeries> prepared) {
        WindowForm its = prepared.isEmpty() ? form : prepared.getFirst().form();
        return new WindowSamples(its, List.copyOf(prepared), seriesIndex, origins, parts);
    }

    /// The same windows of every series, prepared otherwise.
    public WindowSamples withEach(UnaryOperator<PreparedSeries> otherwise) {
        return withSeries(series.stream().map(otherwise).toList());
    }

    /// At most that many of the samples, spread evenly: of `count`, those numbered `i · count / most`. All of them where there are no
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

    /// These samples and then those, all of the same series.
    ///
    /// @throws IllegalArgumentException when they are windows of other series
    public WindowSamples and(WindowSamples others) {
        if (!series.equals(others.series)) {
            throw new IllegalArgumentException("samples can be joined only when they are of the same prepared series");
        }
        return new WindowSamples(form, series, joined(seriesIndex, others.seriesIndex), joined(origins, others.origins),
                joined(parts, others.parts));
    }

    private static int[] joined(int[] first, int[] then) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(then)).toArray();
    }

    /// Some of the samples, in that order.
    public WindowSamples only(int[] samples) {
        return new WindowSamples(form, series, taken(seriesIndex, samples), taken(origins, samples),
                taken(parts, samples));
    }

    private static int[] taken(int[] all, int[] samples) {
        return Arrays.stream(samples).map(sample -> all[sample]).toArray();
    }

    /// A copy of a series, by its number, in which every value that no window reads or foretells is missing: what a scaler may
    /// be fitted to when windows are dealt out at random.
    public TimeSeries seen(int number) {
        TimeSeries whole = series.get(number).series();
        boolean[] read = new boolean[whole.steps()];
        for (int sample = 0; sample < origins.length; sample++) {
            if (seriesIndex[sample] == number) {
                Arrays.fill(read, Math.max(0, origins[sample] - form.reach()),
                        origins[sample] + form.window().horizon(), true);
            }
        }
        TimeSeries seen = whole;
        for (String column : form.schema().columns()) {
            double[] values = whole.column(column);
            for (int step = 0; step < values.length; step++) {
                values[step] = read[step] ? values[step] : Double.NaN;
            }
            seen = seen.withColumn(column, values);
        }
        return seen;
    }

    /// Deals the windows out at random, those of one origin together.
    ///
    /// @param shares how many windows each part gets, in order; what is left over goes to none
    public List<WindowSamples> deal(RandomStream random, int... shares) {
        int[] begins = windows();
        int[] order = new int[begins.length];
        Arrays.setAll(order, index -> index);
        random.shuffle(order, order.length);
        List<WindowSamples> dealt = new ArrayList<>();
        int from = 0;
        for (int share : shares) {
            int[] chosen = Arrays.copyOfRange(order, from, from + share);
            Arrays.sort(chosen);
            dealt.add(only(Arrays.stream(chosen).flatMap(window -> samplesOf(begins, window)).toArray()));
            from += share;
        }
        return dealt;
    }

    /// How many windows the samples are of.
    public int windowCount() {
        return windows().length;
    }

    /// The first sample of each window.
    private int[] windows() {
        return IntStream.range(0, count())
                .filter(sample -> sample == 0 || origins[sample] != origins[sample - 1]
                        || seriesIndex[sample] != seriesIndex[sample - 1])
                .toArray();
    }

    private IntStream samplesOf(int[] begins, int window) {
        return IntStream.range(begins[window], window + 1 < begins.length ? begins[window + 1] : count());
    }

    /// Collects windows.
    public static final class Builder {

        private final WindowForm form;
        private final List<PreparedSeries> series = new ArrayList<>();
        private final IntStream.Builder seriesIndex = IntStream.builder();
        private final IntStream.Builder origins = IntStream.builder();
        private final IntStream.Builder parts = IntStream.builder();

        private Builder(WindowForm form) {
            this.form = form;
        }

        /// Adds all windows of a series whose targets lie in steps `from` (inclusive) to `to` (exclusive), one of them observed.
        /// What they look back on may lie before `from`; of what lies before step 0, the form says how much may be missing.
        public Builder add(PreparedSeries one, int from, int to) {
            return add(one, from, to, 1);
        }

        /// As [#add(PreparedSeries, int, int)], one window every `stride` steps, the last of which ends at `to`.
        public Builder add(PreparedSeries one, int from, int to, int stride) {
            int last = to - form.window().horizon();
            int least = Math.max(from, form.leastHistory());
            int first = last - Math.floorDiv(last - least, stride) * stride;
            for (int origin = first; origin <= last; origin += stride) {
                for (int part = 0; part < form.samples(); part++) {
                    if (one.observedTargets(origin, part) > 0) {
                        seriesIndex.add(series.size());
                        origins.add(origin);
                        parts.add(part);
                    }
                }
            }
            series.add(one);
            return this;
        }

        public WindowSamples build() {
            return new WindowSamples(form, List.copyOf(series), seriesIndex.build().toArray(),
                    origins.build().toArray(), parts.build().toArray());
        }
    }
}
