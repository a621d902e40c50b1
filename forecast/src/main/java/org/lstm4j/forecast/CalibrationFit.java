package org.lstm4j.forecast;

import java.util.Arrays;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.conformal.CalibrationWindows;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.TargetUnit;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Learns from windows that the networks were not trained on by how much quantiles must move to hold what they say.
///
/// All series and targets count together, in the unit of their windows.
record CalibrationFit(Forecaster forecaster, Compute compute) {

    /// Neighbouring windows share most of their steps, so that more of them say little more.
    private static final int MOST_WINDOWS = 2_000;

    ConformalCalibration fit(WindowSamples calibration, ConformalSettings settings) {
        WindowSamples windows = calibration.thinned(MOST_WINDOWS);
        ForecastReader reader = forecaster.reader();
        float[] said = forecaster.say(windows, compute);
        int targets = windows.form().targets();
        int horizon = windows.form().window().horizon();
        double[][][] raw = new double[windows.count() * targets][][];
        double[][] actual = new double[raw.length][horizon];
        for (int sample = 0; sample < windows.count(); sample++) {
            for (int index = 0; index < targets; index++) {
                raw[sample * targets + index] = reader.raw(said, sample, index);
                fill(windows, sample, index, actual[sample * targets + index]);
            }
        }
        return ConformalCalibration.fit(
                CalibrationWindows.ofQuantiles(reader.levels(), raw, actual), settings);
    }

    private static void fill(WindowSamples windows, int sample, int index, double[] actual) {
        PreparedSeries series = windows.series(sample);
        int target = windows.firstTarget(sample) + index;
        int origin = windows.origin(sample);
        TargetUnit unit = series.unit(target, origin);
        double[] values = series.target(target);
        Arrays.setAll(actual, step -> unit.scaled(values[origin + step], step));
    }
}
