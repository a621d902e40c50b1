package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.Objects;

/// One series by itself, at regular steps.
///
/// A value that is NaN is missing: level and season stay as they are over it, the network reads there that all is as the level says,
/// and it is no target. Missing values before the first other one are left out, so that [#values] begins with a number.
///
/// Its position in the season is counted from that first value, so a series that has grown since training is given from the same
/// step on as in training.
///
/// @param name by which what was learnt about the series is found again
/// @param values oldest first, in the series' own unit; copied
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
public record EsRnnSeries(String name, double[] values) {

    public EsRnnSeries {
        Objects.requireNonNull(name, "name");
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        if (first == values.length) {
            throw new IllegalArgumentException("series '" + name + "' has " + values.length
                    + " steps and no value in any of them; leave it out");
        }
        for (int step = first; step < values.length; step++) {
            if (Double.isInfinite(values[step])) {
                throw new IllegalArgumentException("series '" + name + "' is " + values[step] + " at step " + step
                        + ", but needs finite values; NaN says that a value is missing");
            }
        }
        values = Arrays.copyOfRange(values, first, values.length);
    }

    /// A copy.
    @Override
    public double[] values() {
        return values.clone();
    }

    /// How many steps there are from the first value on.
    public int steps() {
        return values.length;
    }

    /// The series without its last steps.
    ///
    /// @param count from 0 to one less than [#steps]
    /// @throws IllegalArgumentException when there are not more steps than that
    public EsRnnSeries withoutLast(int count) {
        if (count < 0 || count >= values.length) {
            throw new IllegalArgumentException("series '" + name + "' has " + values.length
                    + " steps, so its last " + count + " cannot be left out; leave out 0 to " + (values.length - 1));
        }
        return new EsRnnSeries(name, Arrays.copyOf(values, values.length - count));
    }

    double value(int step) {
        return values[step];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EsRnnSeries series && name.equals(series.name) && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "EsRnnSeries[" + name + ", " + values.length + " steps]";
    }
}
