package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.deepar.DeepArSeries;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.CategoryNumbers;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.StaticColumn;

/// What stands beside a target, as a DeepAR takes it.
///
/// | of the schema | of the series |
/// |---|---|
/// | future columns | known ahead; a gap is the last value before it, at its beginning 0, and after the last row it goes on as it was |
/// | calendar | known ahead |
/// | future categories | known ahead, a number for each category: 1 where it is that one, else 0 |
/// | static columns | static numbers |
/// | static categories | categories, of which the network learns a vector each |
record DeepArColumns(FeatureSchema schema) {

    /// @param target with the other columns of its series
    /// @param values of the target
    /// @param steps of what is known ahead; may be more than the series has
    /// @throws DataException when a static column changes or has no value, or a category is unknown
    DeepArSeries series(TargetSeries target, double[] values, int steps) {
        TimeSeries series = target.series();
        return DeepArSeries.of(target.name(), values)
                .withKnown(known(series, steps))
                .withStatics(schema.statics().stream().mapToDouble(column -> number(series, column)).toArray())
                .withCategories(categories(Role.STATIC).mapToInt(column -> category(series, column)).toArray());
    }

    private Stream<CategoryColumn> categories(Role role) {
        return schema.categories().stream().filter(column -> column.role() == role);
    }

    /// `[columns][steps]`
    private double[][] known(TimeSeries series, int steps) {
        List<double[]> known = new ArrayList<>();
        for (String column : schema.future()) {
            known.add(filled(series.column(column), steps));
        }
        for (CalendarFeature feature : schema.calendar()) {
            double[] values = new double[steps];
            for (int step = 0; step < steps; step++) {
                values[step] = feature.value(series.timeline().at(step));
            }
            known.add(values);
        }
        categories(Role.FUTURE).forEach(column -> known.addAll(indicators(series, column, steps)));
        return known.toArray(new double[0][]);
    }

    private static double[] filled(double[] values, int steps) {
        double[] filled = new double[steps];
        double last = 0;
        for (int step = 0; step < steps; step++) {
            if (step < values.length && !Double.isNaN(values[step])) {
                last = values[step];
            }
            filled[step] = last;
        }
        return filled;
    }

    /// `[categories][steps]`, all 0 where none is known.
    private List<double[]> indicators(TimeSeries series, CategoryColumn column, int steps) {
        float[] numbers = numbers(series, column, Math.max(0, steps - series.steps()));
        List<double[]> indicators = new ArrayList<>();
        for (int category = 1; category < column.vocabulary(); category++) {
            double[] values = new double[steps];
            for (int step = 0; step < steps; step++) {
                values[step] = numbers[step] == category ? 1 : 0;
            }
            indicators.add(values);
        }
        return indicators;
    }

    private float[] numbers(TimeSeries series, CategoryColumn column, int stepsAfter) {
        return new CategoryNumbers(column, schema.unknown()).of(series, stepsAfter);
    }

    private int category(TimeSeries series, CategoryColumn column) {
        int number = (int) numbers(series, column, 0)[0];
        if (number == 0) {
            throw hasNone(series, column.name(), "one of " + String.join(", ", column.names()));
        }
        return number;
    }

    private static double number(TimeSeries series, String column) {
        double value = StaticColumn.value(series, column);
        if (Double.isNaN(value)) {
            throw hasNone(series, column, "one number");
        }
        return value;
    }

    private static DataException hasNone(TimeSeries series, String column, String expected) {
        return new DataException(new Problem(
                "series '" + series.name() + "' has no value in the static column '" + column + "'", expected, "none",
                "fill it in, leave the series out, or leave the column out of --static"));
    }
}
