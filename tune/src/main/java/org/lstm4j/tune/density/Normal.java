package org.lstm4j.tune.density;

/// The standard normal distribution.
final class Normal {

    private static final double[] COEFFICIENTS = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};
    private static final double STEP = 0.3275911;
    private static final double PER_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    private Normal() {}

    static double density(double value) {
        return PER_ROOT_TWO_PI * StrictMath.exp(-value * value / 2);
    }

    /// The probability of a value at most as large, within 1e-7 (Abramowitz and Stegun 1964, 7.1.26).
    static double atMost(double value) {
        double scaled = Math.abs(value) / Math.sqrt(2);
        double t = 1 / (1 + STEP * scaled);
        double polynomial = 0;
        for (int index = COEFFICIENTS.length - 1; index >= 0; index--) {
            polynomial = t * (COEFFICIENTS[index] + polynomial);
        }
        double tail = polynomial * StrictMath.exp(-scaled * scaled) / 2;
        return value < 0 ? tail : 1 - tail;
    }
}
