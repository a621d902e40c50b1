package org.lstm4j.forecast.significance;

/// Tail probabilities of the standard normal distribution, to about 13 digits.
final class NormalTail {

    private static final double SERIES_UP_TO = 3;
    private static final int FRACTION_TERMS = 100;
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private NormalTail() {}

    /// The probability of a value above z.
    static double upper(double z) {
        if (z < 0) {
            return 1 - upper(-z);
        }
        double density = DENSITY_AT_ZERO * StrictMath.exp(-z * z / 2);
        return z < SERIES_UP_TO ? 0.5 - density * series(z) : density / fraction(z);
    }

    /// z + z³/3 + z⁵/(3·5) + …: what lies between 0 and z, over the density (Abramowitz and Stegun 26.2.11).
    private static double series(double z) {
        double sum = 0;
        double term = z;
        for (int odd = 3; sum + term != sum; odd += 2) {
            sum += term;
            term *= z * z / odd;
        }
        return sum;
    }

    /// z + 1/(z + 2/(z + 3/…)) (Abramowitz and Stegun 26.2.14).
    private static double fraction(double z) {
        double value = z;
        for (int term = FRACTION_TERMS; term >= 1; term--) {
            value = z + term / value;
        }
        return value;
    }
}
