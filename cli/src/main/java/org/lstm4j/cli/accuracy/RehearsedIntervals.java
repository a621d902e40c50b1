package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.conformal.CalibrationWindows;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// Moves quantiles by what they would have had to be moved by in a rehearsal. Errors count in the scales of MASE, so that small and large series
/// count alike; a series without a scale is left as it is.
///
/// @param calibration learnt from the windows of the rehearsal
record RehearsedIntervals(ConformalCalibration calibration) {

    /// @param forecasts of all windows of the rehearsal, in their order, with quantiles of the same levels
    /// @throws IllegalArgumentException when no series has a scale
    static RehearsedIntervals of(Task rehearsal, List<WindowForecast> forecasts) {
        List<double[][]> said = new ArrayList<>();
        List<double[]> actual = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        double[] levels = quantiles(forecasts.getFirst()).levels();
        for (int index = 0; index < forecasts.size(); index++) {
            JudgedWindow window = rehearsal.windows().get(index);
            double scale = rehearsal.maseScale(window);
            if (scale > 0) {
                said.add(quantiles(forecasts.get(index)).values());
                actual.add(rehearsal.actual(window));
                scales.add(scale);
            }
        }
        CalibrationWindows windows = CalibrationWindows
                .ofQuantiles(levels, said.toArray(double[][][]::new), actual.toArray(double[][]::new))
                .withScales(scales.stream().mapToDouble(Double::doubleValue).toArray());
        return new RehearsedIntervals(ConformalCalibration.fit(windows, new ConformalSettings()));
    }

    /// The forecast of a window with quantiles moved. What is foretold besides stays.
    WindowForecast moved(Task task, JudgedWindow window, WindowForecast forecast) {
        double scale = task.maseScale(window);
        if (!(scale > 0)) {
            return forecast;
        }
        QuantileForecast said = quantiles(forecast);
        return WindowForecast.of(new QuantileForecast(said.levels(), calibration.apply(said.values(), scale),
                forecast.point())).withMean(forecast.mean());
    }

    private static QuantileForecast quantiles(WindowForecast forecast) {
        return forecast.quantiles().orElseThrow(
                () -> new IllegalArgumentException("a forecast without quantiles has none to be moved; ask for"
                        + " intervals of a method that gives some"));
    }
}
