package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;

/// A series as a model reads it: scaled float32 channels without gaps, beside the targets as they are.
///
/// A missing input is the last value before it, never a later one, and where the form has masks they say so. Targets are never filled:
/// a missing one is NaN in a sample, and is neither learnt nor judged.
public final class PreparedSeries {

    /// Squared errors of larger values, summed up, leave the range of doubles.
    private static final double LARGEST = 1e140;

    private final TimeSeries series;
    private final WindowForm form;
    private final List<FittedScaler> scalers;
    /// of each target
    private final List<SeasonalIndices> seasons;
    private final double[][] targets;
    private final SeriesChannels channels;
    /// What samples say the model need not learn; null for nothing.
    private final @Nullable SkipPath skip;

    private PreparedSeries(TimeSeries series, WindowForm form, List<FittedScaler> scalers,
            List<SeasonalIndices> seasons, double[][] targets, SeriesChannels channels, @Nullable SkipPath skip) {
        this.series = series;
        this.form = form;
        this.scalers = scalers;
        this.seasons = seasons;
        this.targets = targets;
        this.channels = channels;
        this.skip = skip;
    }

    /// Prepares a series with fitted scalers, one for each of the schema's columns.
    ///
    /// @throws DataException when the series lacks a column, has a value that a scaler cannot bring to a finite float32, or a category
    ///         that was not in training
    public static PreparedSeries of(TimeSeries series, WindowForm form, List<FittedScaler> scalers) {
        return of(series, form, scalers, Collections.nCopies(form.schema().targets().size(), SeasonalIndices.NONE));
    }

    /// As [#of(TimeSeries, WindowForm, List)], without the season of each target.
    ///
    /// @param seasons one for each target
    public static PreparedSeries of(TimeSeries series, WindowForm form, List<FittedScaler> scalers,
            List<SeasonalIndices> seasons) {
        double[][] targets = new double[form.schema().targets().size()][];
        for (int index = 0; index < targets.length; index++) {
            targets[index] = series.column(form.schema().targets().get(index));
        }
        SeriesChannels channels = new SeriesChannels(series, form.schema(), form.window().horizon(), scalers, seasons);
        return new PreparedSeries(series, form, List.copyOf(scalers), List.copyOf(seasons), targets, channels, null);
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

    /// Another series, scaled and read as this one is.
    ///
    /// @throws DataException when it lacks a column, or has a value that a scaler cannot bring to a finite float32
    public PreparedSeries withSeries(TimeSeries other) {
        PreparedSeries read = of(other, form, scalers, seasons);
        return skip == null ? read : read.withSkip(skip);
    }

    /// The same series in windows of another level.
    public PreparedSeries withScaling(WindowScaling scaling) {
        return new PreparedSeries(series, form.withScaling(scaling), scalers, seasons, targets, channels, skip);
    }

    /// The same series, in whose samples the targets are what a skip path leaves over.
    public PreparedSeries withSkip(SkipPath other) {
        return new PreparedSeries(series, form, scalers, seasons, targets, channels, other);
    }

    public TimeSeries series() {
        return series;
    }

    /// What a sample looks like.
    public WindowForm form() {
        return form;
    }

    /// A target as it was read, NaN where missing; shared.
    public double[] target(int index) {
        return targets[index];
    }

    /// The way between a target's own unit and what the model says of it in a window.
    ///
    /// @param origin the step of the window's first target
    public TargetUnit unit(int target, int origin) {
        return new TargetUnit(scalers.get(target), level(target, origin), seasons.get(target),
                series.timeline().ordinal(origin));
    }

    /// The unit of [TargetUnit#straight] in words, by the name of the target: `cnt`, or `log(1 + cnt)`.
    public String straightUnit(int target) {
        String name = form.schema().targets().get(target);
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

    /// How many targets of a window's sample were observed.
    ///
    /// @param part which of the window's samples
    int observedTargets(int origin, int part) {
        int count = 0;
        for (int index = 0; index < form.targets(); index++) {
            double[] target = targets[part + index];
            for (int step = origin; step < origin + form.window().horizon(); step++) {
                count += Double.isNaN(target[step]) ? 0 : 1;
            }
        }
        return count;
    }

    /// Copies a sample's inputs, [WindowForm#inputShape].
    ///
    /// @param part which of the window's samples: 0, or the target's number where they come one by one
    public void copyInputs(int origin, int part, float[] inputs, int at) {
        SampleWriter writer = new SampleWriter(form, origin, inputs, at);
        FeatureSchema schema = form.schema();
        int targets = schema.targets().size();
        int shorter = schema.observedLags(form.window().horizon());
        for (int target = part; target < part + form.targets(); target++) {
            writer.level(channels.values(target), level(target, origin), channels.first(target));
        }
        for (int column = targets; column < schema.observedColumns(); column++) {
            writer.observed(channels.values(column));
        }
        copyLags(writer, origin, part, 0, shorter);
        if (schema.masks()) {
            copyMasks(writer, part);
            copyLagMasks(writer, part, 0, shorter);
        }
        int known = schema.future().size() + schema.statics().size() + schema.calendar().size();
        for (int channel = 0; channel < known; channel++) {
            writer.known(channels.values(schema.observedColumns() + channel));
        }
        copyLags(writer, origin, part, shorter, schema.lags().size());
        copyLagMasks(writer, part, shorter, schema.lags().size());
        copyCategories(writer);
    }

    private void copyMasks(SampleWriter writer, int part) {
        for (int target = part; target < part + form.targets(); target++) {
            writer.observed(channels.observed(target));
        }
        for (int column = form.schema().targets().size(); column < form.schema().observedColumns(); column++) {
            writer.observed(channels.observed(column));
        }
    }

    private void copyLags(SampleWriter writer, int origin, int part, int from, int to) {
        for (int lag = from; lag < to; lag++) {
            for (int target = part; target < part + form.targets(); target++) {
                writer.lagged(channels.values(target), form.schema().lags().get(lag), level(target, origin),
                        channels.first(target));
            }
        }
    }

    private void copyLagMasks(SampleWriter writer, int part, int from, int to) {
        for (int lag = from; lag < to; lag++) {
            for (int target = part; target < part + form.targets(); target++) {
                writer.laggedMask(channels.observed(target), form.schema().lags().get(lag));
            }
        }
    }

    private void copyCategories(SampleWriter writer) {
        List<CategoryColumn> columns = form.schema().categories();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == CategoryColumn.Role.PAST) {
                writer.observed(channels.category(column));
            } else {
                writer.known(channels.category(column));
            }
        }
    }

    /// Copies a sample's targets as the model is to say them, `[horizon, targets]`; NaN where missing.
    ///
    /// @param part which of the window's samples
    /// @param inputs of the same sample, as [#copyInputs] wrote them; it begins at `inputsAt`
    void copyTargets(int origin, int part, float[] inputs, int inputsAt, float[] out, int at) {
        int count = form.targets();
        float[] skipped = new float[form.window().horizon()];
        for (int index = 0; index < count; index++) {
            TargetUnit unit = unit(part + index, origin);
            double[] target = targets[part + index];
            if (skip != null) {
                skip.forecast(inputs, inputsAt + index, form.channels(), skipped);
            }
            for (int step = 0; step < skipped.length; step++) {
                out[at + step * count + index] = (float) unit.scaled(target[origin + step], step) - skipped[step];
            }
        }
    }

    private WindowScaling.Level level(int target, int origin) {
        int from = Math.max(origin - form.window().lookback(), channels.first(target));
        return from >= origin
                ? WindowScaling.Level.UNCHANGED
                : form.scaling().of(channels.values(target), channels.observed(target), from, origin);
    }
}
