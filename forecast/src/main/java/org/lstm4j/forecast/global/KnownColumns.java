package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// What is known ahead of every step: future columns and what the calendar says.
///
/// A gap in a future column is the last value before it, at its beginning 0; after its last row it goes on as it was.
///
/// @param future columns
/// @param calendar features
record KnownColumns(List<String> future, List<CalendarFeature> calendar) {

    KnownColumns {
        future = List.copyOf(future);
        calendar = List.copyOf(calendar);
    }

    /// `[columns, then features][steps]`
    ///
    /// @param steps may be more than the series has
    double[][] of(TimeSeries series, int steps) {
        List<double[]> known = new ArrayList<>();
        for (String column : future) {
            known.add(filled(series.column(column), steps));
        }
        for (CalendarFeature feature : calendar) {
            double[] values = new double[steps];
            for (int step = 0; step < steps; step++) {
                values[step] = feature.value(series.timeline().at(step));
            }
            known.add(values);
        }
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
}
