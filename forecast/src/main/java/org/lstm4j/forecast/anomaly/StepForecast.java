package org.lstm4j.forecast.anomaly;

import org.lstm4j.forecast.metrics.QuantileForecast;

/// What was foretold of one step, in the target's unit: one number, and quantiles where there are any.
///
/// The arrays are copied when the forecast is made. What the components give out is not a copy: read it, never change it.
///
/// @param point the one number; NaN when nothing was foretold
/// @param levels rising, each in (0, 1); empty for a point forecast
/// @param quantiles one for each level, never falling
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record StepForecast(double point, double[] levels, double[] quantiles) {

    private static final double[] NONE = {};

    public StepForecast {
        levels = levels.clone();
        quantiles = quantiles.clone();
        if (levels.length != quantiles.length) {
            throw new IllegalArgumentException("a forecast of one step has " + quantiles.length + " quantiles for "
                    + levels.length + " levels; give one quantile for each level");
        }
    }

    /// One number and no quantiles.
    public static StepForecast ofPoint(double point) {
        return new StepForecast(point, NONE, NONE);
    }

    /// A step of a forecast with quantiles.
    ///
    /// @param step of the horizon, from 0
    public static StepForecast of(QuantileForecast forecast, int step) {
        return new StepForecast(forecast.point()[step], forecast.levels(), forecast.values()[step]);
    }
}
