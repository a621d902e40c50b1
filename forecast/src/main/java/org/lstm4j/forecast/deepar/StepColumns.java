package org.lstm4j.forecast.deepar;

import java.util.Collections;

/// Writes what the network reads at one step: the one place that training and forecasting share.
///
/// A step reads values before it and never its own: the smallest lag is 1.
final class StepColumns {

    /// Where drawn values may run away, the network is given no larger numbers than that many scales.
    private static final double LARGEST = 1e4;

    private final DeepArSchema schema;
    private final int[] lags;
    private final int columns;

    StepColumns(DeepArSchema schema) {
        this.schema = schema;
        lags = schema.lags().stream().mapToInt(Integer::intValue).toArray();
        columns = schema.columns();
    }

    int count() {
        return columns;
    }

    /// Writes the columns of a step whose earlier values are all those of the series.
    void write(DeepArSeries series, int step, WindowScale scale, float[] row, int at) {
        write(series, step, scale, new Past(series.target(), series.steps(), series.target()), row, at);
    }

    /// Writes the columns of a step.
    ///
    /// @param step from 0
    /// @param past values before the step
    /// @param at where they begin in `row`
    void write(DeepArSeries series, int step, WindowScale scale, Past past, float[] row, int at) {
        writeLags(past, step, scale, row, at);
        int to = at + 2 * lags.length;
        row[to++] = schema.logScale().of(StrictMath.log(scale.scale()));
        if (schema.readsAge()) {
            row[to++] = (float) StrictMath.log10(2.0 + step);
        }
        for (int index = 0; index < schema.known().size(); index++) {
            row[to++] = schema.known().get(index).of(series.known()[index][step]);
        }
        for (int index = 0; index < schema.statics().size(); index++) {
            row[to++] = schema.statics().get(index).of(series.statics()[index]);
        }
        for (int index = 0; index < schema.categories().size(); index++) {
            row[to++] = Collections.binarySearch(schema.categories().get(index), series.categories()[index]);
        }
    }

    private void writeLags(Past past, int step, WindowScale scale, float[] row, int at) {
        for (int index = 0; index < lags.length; index++) {
            double value = past.at(step - lags[index]);
            boolean observed = !Double.isNaN(value);
            row[at + index] = observed ? (float) Math.clamp(scale.of(value), -LARGEST, LARGEST) : 0f;
            row[at + lags.length + index] = observed ? 1f : 0f;
        }
    }

    /// Values up to a step: those observed, and from an origin on those drawn.
    ///
    /// @param observed by step; not looked at from the origin on
    /// @param drawn by step after the origin
    @SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
    record Past(double[] observed, int origin, double[] drawn) {

        /// The value of a step; NaN where there is none.
        double at(int step) {
            if (step < 0) {
                return Double.NaN;
            }
            return step < origin ? observed[step] : drawn[step - origin];
        }
    }
}
