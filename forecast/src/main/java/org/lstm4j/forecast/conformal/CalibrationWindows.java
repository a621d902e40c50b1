package org.lstm4j.forecast.conformal;

import java.util.Arrays;

/// Forecasts of windows that the model was not trained on, with what came true: what a calibration learns from.
///
/// Arrays are shared, not copied; they are never written to. Windows stand in the order of time. Everything is in one unit, the
/// model's normalised one or the target's.
public final class CalibrationWindows {

    private final double[] levels;
    private final double[][][] raw;
    private final double[][] actual;
    private final double[] scales;
    private final boolean scaled;

    private CalibrationWindows(double[] levels, double[][][] raw, double[][] actual, double[] scales, boolean scaled) {
        this.levels = levels;
        this.raw = raw;
        this.actual = actual;
        this.scales = scales;
        this.scaled = scaled;
    }

    /// Windows with quantile forecasts.
    ///
    /// @param levels of the quantiles, rising, each above 0 and below 1
    /// @param raw the forecasts, [windows, steps, levels]
    /// @param actual what came true, [windows, steps]; NaN where that is not known
    /// @throws IllegalArgumentException when there are no windows, shapes do not fit, or a forecast is no number
    public static CalibrationWindows ofQuantiles(double[] levels, double[][][] raw, double[][] actual) {
        Shapes.requireLevels(levels);
        Shapes.requireWindows(raw.length, actual.length);
        for (int window = 0; window < raw.length; window++) {
            String what = "calibration window " + window;
            Shapes.requireForecast(what, raw[window], raw[0].length, levels.length);
            Shapes.requireLength(what + " has actual values for ", actual[window].length, raw[0].length, "steps");
        }
        double[] ones = new double[raw.length];
        Arrays.fill(ones, 1);
        return new CalibrationWindows(levels, raw, actual, ones, false);
    }

    /// Windows with forecasts of one value: every level begins at it, and what is learned are quantiles of the errors.
    ///
    /// @param point the forecasts, [windows, steps]
    /// @throws IllegalArgumentException as [#ofQuantiles]
    public static CalibrationWindows ofPoints(double[] levels, double[][] point, double[][] actual) {
        double[][][] raw = new double[point.length][][];
        for (int window = 0; window < point.length; window++) {
            raw[window] = new double[point[window].length][levels.length];
            for (int step = 0; step < point[window].length; step++) {
                Arrays.fill(raw[window][step], point[window][step]);
            }
        }
        return ofQuantiles(levels, raw, actual);
    }

    /// The same with a scale for each window, such as the standard deviation of its input: errors are then counted in the
    /// window's own scale, so that calm windows get narrow intervals and wild ones wide ones.
    ///
    /// @param windowScales one for each window, above 0
    public CalibrationWindows withScales(double[] windowScales) {
        Shapes.requireLength("there are scales for ", windowScales.length, raw.length, "windows");
        for (double scale : windowScales) {
            Shapes.requireScale(scale);
        }
        return new CalibrationWindows(levels, raw, actual, windowScales, true);
    }

    int windows() {
        return raw.length;
    }

    int steps() {
        return raw[0].length;
    }

    int levels() {
        return levels.length;
    }

    double level(int index) {
        return levels[index];
    }

    /// The forecasts of a step, one for each level.
    double[] forecast(int window, int step) {
        return raw[window][step];
    }

    double actual(int window, int step) {
        return actual[window][step];
    }

    double scale(int window) {
        return scales[window];
    }

    /// Whether windows have scales of their own.
    boolean scaled() {
        return scaled;
    }
}
