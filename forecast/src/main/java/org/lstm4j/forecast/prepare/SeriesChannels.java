package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// The columns of a series, scaled to float32 and without gaps, with what the calendar says and the numbers of categories.
///
/// A missing value is the last one before it, or the scale's 0 where there is none: never a later value, so nothing of the future
/// reaches the past.
final class SeriesChannels {

    /// `[columns, calendar][steps]`; of known channels `[steps + horizon]`
    private final List<float[]> values = new ArrayList<>();
    /// of each observed column, 1 where there is a value and 0 where a gap was filled, `[steps]`
    private final List<float[]> observed = new ArrayList<>();
    /// of each observed column, the step of its first value
    private final int[] first;
    /// of each category column `[steps + horizon]`; 0 where none is known
    private final List<float[]> categories;

    /// @param scalers one for each of the schema's columns
    /// @param seasons one for each target, taken off its values
    /// @throws DataException when the series lacks a column, has a value that a scaler cannot bring to a finite float32, or a category
    ///         that was not in training
    SeriesChannels(TimeSeries series, FeatureSchema schema, int horizon, List<FittedScaler> scalers,
            List<SeasonalIndices> seasons) {
        List<String> columns = schema.columns();
        first = new int[schema.observedColumns()];
        for (int index = 0; index < columns.size(); index++) {
            boolean isKnown = index >= first.length;
            requireNumbers(series, columns.get(index));
            double[] raw = index < columns.size() - schema.statics().size()
                    ? series.column(columns.get(index))
                    : StaticColumn.spread(series, columns.get(index));
            int length = series.steps() + (isKnown ? horizon : 0);
            SeasonalIndices season = index < seasons.size() ? seasons.get(index) : SeasonalIndices.NONE;
            values.add(filled(series, columns.get(index), raw, scalers.get(index), season, length));
            if (!isKnown) {
                float[] mask = mask(raw);
                observed.add(mask);
                first[index] = firstOne(mask);
            }
        }
        for (CalendarFeature feature : schema.calendar()) {
            values.add(calendar(series.timeline(), feature, series.steps() + horizon));
        }
        categories = schema.categories().stream()
                .map(column -> new CategoryNumbers(column, schema.unknown()).of(series, horizon))
                .toList();
    }

    private static void requireNumbers(TimeSeries series, String column) {
        List<String> names = series.categories(column);
        if (!names.isEmpty()) {
            throw new DataException(new Problem("column '" + column + "' holds categories", "numbers",
                    "'" + names.getFirst() + "' and " + (names.size() - 1) + " others",
                    "give numbers; a column of categories can be a covariate, if it was one in training"));
        }
    }

    /// The values of a channel, in the order of the schema's columns and then its calendar features.
    float[] values(int channel) {
        return values.get(channel);
    }

    /// Where an observed column was observed.
    float[] observed(int column) {
        return observed.get(column);
    }

    /// The numbers of a category column.
    float[] category(int column) {
        return categories.get(column);
    }

    /// The step of an observed column's first value, or the number of steps where it has none.
    int first(int column) {
        return first[column];
    }

    private static float[] filled(TimeSeries series, String column, double[] raw, FittedScaler scaler,
            SeasonalIndices season, int length) {
        float[] scaled = new float[length];
        float last = 0f;
        for (int step = 0; step < length; step++) {
            if (step < raw.length && !Double.isNaN(raw[step])) {
                last = (float) (scaler.scaled(raw[step]) - season.at(series.timeline().ordinal(step)));
                if (!Float.isFinite(last)) {
                    throw unscalable(series, column, step, raw[step]);
                }
            }
            scaled[step] = last;
        }
        return scaled;
    }

    /// A value unlike those the scaler was fitted to: below the reach of a logarithm, or far beyond float32.
    private static DataException unscalable(TimeSeries series, String column, int step, double value) {
        return new DataException(new Problem("column '" + column + "' has a value that its scaler cannot take",
                "values of the kind the scaler was fitted to, for --scale log those above -1",
                value + " at " + series.timeline().format(step), "correct the value, or train with --scale standard"));
    }

    private static float[] mask(double[] raw) {
        float[] mask = new float[raw.length];
        for (int step = 0; step < raw.length; step++) {
            mask[step] = Double.isNaN(raw[step]) ? 0f : 1f;
        }
        return mask;
    }

    private static int firstOne(float[] mask) {
        int step = 0;
        while (step < mask.length && mask[step] == 0f) {
            step++;
        }
        return step;
    }

    private static float[] calendar(Timeline timeline, CalendarFeature feature, int length) {
        float[] values = new float[length];
        for (int step = 0; step < length; step++) {
            values[step] = (float) feature.value(timeline.at(step));
        }
        return values;
    }
}
