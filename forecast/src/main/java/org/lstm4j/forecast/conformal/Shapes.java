package org.lstm4j.forecast.conformal;

import java.util.Arrays;

/// What arrays are asked for before they are worked with.
final class Shapes {

    private Shapes() {}

    static void requireLevels(double[] levels) {
        double before = 0;
        for (double level : levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("levels of quantiles must rise and lie above 0 and below 1, but are "
                        + Arrays.toString(levels) + "; give, for instance, 0.1, 0.5, 0.9");
            }
            before = level;
        }
        if (levels.length == 0) {
            throw new IllegalArgumentException("there are no levels to calibrate; give, for instance, 0.1, 0.5, 0.9");
        }
    }

    static void requireWindows(int forecasts, int actuals) {
        if (forecasts == 0) {
            throw new IllegalArgumentException(
                    "there are no calibration windows to learn intervals from; keep a part of"
                            + " the series for calibration that is at least as long as the horizon, or ask for no intervals");
        }
        requireLength("there are actual values of ", actuals, forecasts, "windows");
    }

    static void requireForecast(String what, double[][] forecast, int steps, int levels) {
        requireLength(what + " has forecasts for ", forecast.length, steps, "steps");
        for (int step = 0; step < steps; step++) {
            requireLength(what + " has at step " + step + " forecasts for ", forecast[step].length, levels, "levels");
            for (double value : forecast[step]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(what + " has a forecast of " + value + " at step " + step
                            + ", which is no number; leave such windows out");
                }
            }
        }
    }

    static void requireScale(double scale) {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the scale of a window must be finite and above 0, but was " + scale
                    + "; give windows without spread a smallest scale");
        }
    }

    static void requireLength(String what, int received, int expected, String unit) {
        if (received != expected) {
            throw new IllegalArgumentException(what + received + " " + unit + ", but there should be " + expected
                    + "; give forecasts, actual values and levels of the same windows and steps");
        }
    }
}
