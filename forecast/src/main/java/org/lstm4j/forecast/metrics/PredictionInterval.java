package org.lstm4j.forecast.metrics;

/// Where the actual values are expected with some probability, step by step, in the target's unit.
///
/// The arrays are shared, not copied: read them, never change them.
///
/// @param probability of an actual value within, in (0, 1)
/// @param lower the lower bounds, `[horizon]`; NaN where nothing is foretold
/// @param upper the upper bounds, none below its lower one, `[horizon]`
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record PredictionInterval(double probability, double[] lower, double[] upper) {

    public PredictionInterval {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability of an interval must lie between 0 and 1, but was " + probability);
        }
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "interval has " + lower.length + " lower bounds, but " + upper.length + " upper bounds");
        }
        for (int step = 0; step < lower.length; step++) {
            if (lower[step] > upper[step]) {
                throw new IllegalArgumentException("interval of horizon step " + (step + 1) + " begins at "
                        + lower[step] + ", above its end " + upper[step] + "; swap the two bounds");
            }
        }
    }
}
