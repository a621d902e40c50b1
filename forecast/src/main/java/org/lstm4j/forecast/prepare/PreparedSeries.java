package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// A series as a model reads it: scaled float32 channels without gaps, beside the targets as they are.
///
/// A missing input is the last value before it, or the scale's 0 where there is none: never a later value, so nothing of the
/// future reaches the past. Targets are never filled; windows with a missing target are left out of training and judgement.
public final class PreparedSeries {

    /// Squared errors of larger values, summed up, leave the range of doubles.
    private static final double LARGEST = 1e140;

    private final TimeSeries series;
    private final FeatureSchema schema;
    private final WindowSpec window;
    private final WindowScaling windowScaling;
    private final List<FittedScaler> scalers;
    private final double[][] targets;
    /// `[channels][steps]`, the last ones `[steps + horizon]`
    private final float[][] channels;

    private PreparedSeries(TimeSeries series, FeatureSchema schema, WindowSpec window, WindowScaling windowScaling,
            List<FittedScaler> scalers) {
        this.series = series;
        this.schema = schema;
        this.window = window;
        this.windowScaling = windowScaling;
        this.scalers = List.copyOf(scalers);
        targets = new double[schema.targets().size()][];
        for (int index = 0; index < targets.length; index++) {
            targets[index] = series.column(schema.targets().get(index));
        }
        channels = makeChannels();
    }

    /// Prepares a series with fitted scalers, one for each of the schema's columns.
    ///
    /// @throws DataException when the series lacks a column, or has a value that a scaler cannot bring to a finite float32
    public static PreparedSeries of(TimeSeries series, FeatureSchema schema, WindowSpec window,
            WindowScaling windowScaling, List<FittedScaler> scalers) {
        return new PreparedSeries(series, schema, window, windowScaling, scalers);
    }

    /// Fits a scaler for each of the schema's columns to steps 0 (inclusive) to `trainEnd` (exclusive).
    ///
    /// @throws DataException when the series lacks a column, or has a value whose square is beyond double precision
    public static List<FittedScaler> fit(TimeSeries series, FeatureSchema schema, Scaler scaler, int trainEnd) {
        List<FittedScaler> fitted = new ArrayList<>();
        for (String column : schema.columns()) {
            requireModerate(series, column);
            fitted.add(scaler.fit(series.column(column), 0, trainEnd));
        }
        return List.copyOf(fitted);
    }

    private static void requireModerate(TimeSeries series, String column) {
        int index = series.columnIndex(column);
        for (int step = 0; step < series.steps(); step++) {
            if (Math.abs(series.value(index, step)) > LARGEST) {
                throw new DataException(new Problem("column '" + column + "' has a value too large to compute with",
                        "magnitudes up to " + LARGEST,
                        series.value(index, step) + " at " + series.timeline().format(step),
                        "give the values in a larger unit"));
            }
        }
    }

    public TimeSeries series() {
        return series;
    }

    /// A target as it was read, NaN where missing; shared.
    public double[] target(int index) {
        return targets[index];
    }

    /// What the model says of a target in a window, in the target's unit.
    ///
    /// @param origin the step of the window's first target
    public double original(int target, int origin, float said) {
        return scalers.get(target).original(level(target, origin).original(said));
    }

    /// What the model says of a target in a window, in the unit in which that is a straight line of what it says: the target's own, or
    /// log(1 + target) where the scaler takes a logarithm.
    ///
    /// @param origin the step of the window's first target
    public double straight(int target, int origin, double said) {
        return scalers.get(target).straight(level(target, origin).original(said));
    }

    /// By how much [#straight] moves for each 1 that the model says more.
    ///
    /// @param origin the step of the window's first target
    public double slope(int target, int origin) {
        return scalers.get(target).scale() * level(target, origin).scale();
    }

    /// The unit of [#straight] in words, by the name of the target: `cnt`, or `log(1 + cnt)`.
    public String straightUnit(int target) {
        String name = schema.targets().get(target);
        return scalers.get(target).curve() == FittedScaler.Curve.LINEAR ? name : "log(1 + " + name + ")";
    }

    /// The step after the last one at which some target was observed: where a forecast begins.
    public int endOfTargets() {
        for (int step = series.steps(); step > 0; step--) {
            for (double[] target : targets) {
                if (!Double.isNaN(target[step - 1])) {
                    return step;
                }
            }
        }
        return 0;
    }

    /// Whether every target of a window was observed.
    boolean isComplete(int origin) {
        for (double[] target : targets) {
            for (int step = origin; step < origin + window.horizon(); step++) {
                if (Double.isNaN(target[step])) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Copies a window's inputs, `[lookback, channels]`.
    public void copyInputs(int origin, float[] inputs, int at) {
        int count = channels.length;
        int lookback = window.lookback();
        for (int channel = 0; channel < count; channel++) {
            int first = origin - lookback + (channel < schema.presentChannels() ? 0 : window.horizon());
            float[] values = channels[channel];
            for (int step = 0; step < lookback; step++) {
                inputs[at + step * count + channel] = values[first + step];
            }
        }
        if (windowScaling != WindowScaling.NONE) {
            levelTargets(origin, inputs, at);
        }
    }

    /// Copies a window's scaled targets, `[horizon, targets]`.
    void copyTargets(int origin, float[] out, int at) {
        for (int target = 0; target < targets.length; target++) {
            WindowScaling.Level level = level(target, origin);
            for (int step = 0; step < window.horizon(); step++) {
                double scaled = scalers.get(target).scaled(targets[target][origin + step]);
                out[at + step * targets.length + target] = (float) level.scaled(scaled);
            }
        }
    }

    private void levelTargets(int origin, float[] inputs, int at) {
        for (int target = 0; target < targets.length; target++) {
            WindowScaling.Level level = level(target, origin);
            for (int step = 0; step < window.lookback(); step++) {
                int place = at + step * channels.length + target;
                inputs[place] = (float) level.scaled(inputs[place]);
            }
        }
    }

    private WindowScaling.Level level(int target, int origin) {
        return windowScaling.of(channels[target], origin - window.lookback(), origin);
    }

    private float[][] makeChannels() {
        float[][] made = new float[schema.channels()][];
        List<String> columns = schema.columns();
        for (int channel = 0; channel < columns.size(); channel++) {
            int length = series.steps() + (channel < schema.presentChannels() ? 0 : window.horizon());
            made[channel] = filled(columns.get(channel), scalers.get(channel), length);
        }
        int first = columns.size();
        for (int index = 0; index < schema.calendar().size(); index++) {
            made[first + index] = calendar(schema.calendar().get(index));
        }
        return made;
    }

    private float[] filled(String column, FittedScaler scaler, int length) {
        double[] values = series.column(column);
        float[] scaled = new float[length];
        float last = 0f;
        for (int step = 0; step < length; step++) {
            if (step < values.length && !Double.isNaN(values[step])) {
                last = (float) scaler.scaled(values[step]);
                if (!Float.isFinite(last)) {
                    throw unscalable(column, step, values[step]);
                }
            }
            scaled[step] = last;
        }
        return scaled;
    }

    /// A value unlike those the scaler was fitted to: below the reach of a logarithm, or far beyond float32.
    private DataException unscalable(String column, int step, double value) {
        return new DataException(new Problem("column '" + column + "' has a value that its scaler cannot take",
                "values of the kind the scaler was fitted to, for --scale log those above -1",
                value + " at " + series.timeline().format(step), "correct the value, or train with --scale standard"));
    }

    private float[] calendar(CalendarFeature feature) {
        Timeline timeline = series.timeline();
        float[] values = new float[series.steps() + window.horizon()];
        for (int step = 0; step < values.length; step++) {
            values[step] = (float) feature.value(timeline.at(step));
        }
        return values;
    }
}
