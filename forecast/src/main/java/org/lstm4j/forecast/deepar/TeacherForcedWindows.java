package org.lstm4j.forecast.deepar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.train.Samples;

/// Windows of context and horizon in which every step reads the true values before it, scaled by the context's scale, and foretells
/// its own. What was not observed is not judged, and nothing is put in its place.
///
/// | | shape |
/// |---|---|
/// | inputs | [steps, columns]; zeros before a series begins, which the mask leaves out |
/// | targets | [steps, 1]; scaled values, 0 where it was not observed |
/// | weights | [steps]; 0 where it was not observed or is not judged, so that the loss is that of a judged value |
final class TeacherForcedWindows implements Samples {

    private final DeepArSchema schema;
    private final StepColumns columns;
    private final int steps;
    private final List<DeepArSeries> series;
    /// For each series the step after the last that may be seen.
    private final int[] ends;
    /// Of each window: its series, and the first step of its horizon.
    private final int[] places;
    private final int[] origins;
    private final boolean padded;
    private int firstJudged;

    private TeacherForcedWindows(
            DeepArSchema schema, int horizon, List<DeepArSeries> series, int[] ends, int[] places, int[] origins) {
        this.schema = schema;
        this.columns = new StepColumns(schema);
        this.steps = schema.context() + horizon;
        this.series = series;
        this.ends = ends;
        this.places = places;
        this.origins = origins;
        this.padded = isPadded(horizon);
    }

    /// Windows to train on: a series drawn uniformly, then an origin in it drawn uniformly. All steps are judged. Series that are
    /// shorter than a window are padded on the left.
    static TeacherForcedWindows drawn(
            DeepArSchema schema, int horizon, List<DeepArSeries> series, int[] ends, int count, RandomStream random) {
        int[] places = new int[count];
        int[] origins = new int[count];
        for (int window = 0; window < count; window++) {
            int place = random.nextInt(series.size());
            int earliest = series.get(place).firstObserved() + 1;
            int last = Math.max(earliest, ends[place] - horizon);
            int first = Math.max(earliest, Math.min(schema.context(), last));
            places[window] = place;
            origins[window] = first + random.nextInt(last - first + 1);
        }
        return new TeacherForcedWindows(schema, horizon, series, ends, places, origins);
    }

    /// The horizons one after the other behind the training part of each series, as many as it has steps for, each judged after its
    /// context.
    ///
    /// @param trainingEnds for each series the step after its last training step
    static TeacherForcedWindows after(
            DeepArSchema schema, int horizon, List<DeepArSeries> series, int[] trainingEnds) {
        int[] all = new int[series.size()];
        IntStream.Builder places = IntStream.builder();
        IntStream.Builder origins = IntStream.builder();
        for (int place = 0; place < all.length; place++) {
            all[place] = series.get(place).steps();
            int earliest = series.get(place).firstObserved() + 1;
            for (int origin = trainingEnds[place]; origin + horizon <= all[place]; origin += horizon) {
                if (origin >= earliest) {
                    places.add(place);
                    origins.add(origin);
                }
            }
        }
        TeacherForcedWindows windows = new TeacherForcedWindows(schema, horizon, series, all,
                places.build().toArray(), origins.build().toArray());
        windows.firstJudged = schema.context();
        return windows;
    }

    private boolean isPadded(int horizon) {
        for (int window = 0; window < places.length; window++) {
            if (first(window) < 0 || origins[window] + horizon > ends[places[window]]) {
                return true;
            }
        }
        return false;
    }

    /// The first step of a window; may lie before its series.
    private int first(int window) {
        return origins[window] - schema.context();
    }

    private boolean exists(int window, int step) {
        return step >= 0 && step < ends[places[window]];
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public Shape inputShape() {
        return Shape.sequence(steps, columns.count());
    }

    @Override
    public Shape targetShape() {
        return Shape.of(Axis.steps(steps), new Axis("targets", 1));
    }

    @Override
    public Shape weightShape() {
        return Shape.of(Axis.steps(steps));
    }

    @Override
    public void copy(int window, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        DeepArSeries one = series.get(places[window]);
        WindowScale scale = schema.scale(one.target(), origins[window]);
        StepColumns.Past past = new StepColumns.Past(one.target(), one.steps(), one.target());
        for (int index = 0; index < steps; index++) {
            int step = first(window) + index;
            int at = inputOffset + index * columns.count();
            targets[targetOffset + index] = 0f;
            if (!exists(window, step)) {
                Arrays.fill(inputs, at, at + columns.count(), 0f);
            } else {
                columns.write(one, step, scale, past, inputs, at);
                double value = one.target()[step];
                targets[targetOffset + index] = Double.isNaN(value) ? 0f : (float) scale.of(value);
            }
        }
    }

    @Override
    public void copyWeights(int window, float[] weights, int offset) {
        double[] target = series.get(places[window]).target();
        for (int index = 0; index < steps; index++) {
            int step = first(window) + index;
            boolean judged = index >= firstJudged && exists(window, step) && !Double.isNaN(target[step]);
            weights[offset + index] = judged ? (float) steps / (steps - firstJudged) : 0f;
        }
    }

    @Override
    public boolean hasMask() {
        return padded;
    }

    @Override
    public void copyMask(int window, StepMask batch, int row) {
        for (int index = 0; index < steps; index++) {
            batch.set(row, index, exists(window, first(window) + index));
        }
    }
}
