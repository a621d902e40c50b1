package org.lstm4j.special;

/// The standard normal distribution.
public final class Normal {

    private static final double PER_ROOT_TWO_PI = 0.3989422804014327;
    /// Up to here the series serves, beyond it the continued fraction.
    private static final double FAR = 3;
    /// As many terms as the fraction needs at [#FAR].
    private static final int FRACTION_TERMS = 120;

    private Normal() {}

    /// φ(z) = e^(−z²/2) / √(2π).
    public static double density(double z) {
        return PER_ROOT_TWO_PI * StrictMath.exp(-0.5 * z * z);
    }

    /// Φ(z), the probability of a value up to z: within 1e-15, and with a relative error below 1e-12 as far as z = −37. For the
    /// other tail ask for Φ(−z).
    public static double cumulative(double z) {
        if (Math.abs(z) <= FAR) {
            return 0.5 + density(z) * series(z);
        }
        double tail = density(z) / fraction(Math.abs(z));
        return z < 0 ? tail : 1 - tail; // NaN comes here and stays NaN
    }

    /// The z below which lies a share `level`, within 1e-13 of the larger of 1 and its size.
    ///
    /// Abramowitz and Stegun 1964, 26.2.23 is the start, and [#cumulative] corrects it by two steps of Halley's.
    ///
    /// @throws IllegalArgumentException unless the level is above 0 and below 1
    public static double quantile(double level) {
        Levels.require(level);
        if (level > 0.5) {
            return -lowerQuantile(1 - level);
        }
        return lowerQuantile(level);
    }

    private static double lowerQuantile(double level) {
        double z = roughQuantile(level);
        for (int step = 0; step < 2; step++) {
            double newton = (cumulative(z) - level) / density(z);
            z -= newton / (1 + 0.5 * z * newton);
        }
        return z;
    }

    /// Within 4.5e-4.
    private static double roughQuantile(double level) {
        double t = Math.sqrt(-2 * StrictMath.log(level));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return above / below - t;
    }

    /// z + z³/3 + z⁵/(3·5) + …, all of one sign: (Φ(z) − ½) / φ(z).
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; sum + term != sum; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    /// z + 1/(z + 2/(z + 3/(z + …))): φ(z) / Φ(−z) of a z above 0.
    private static double fraction(double z) {
        double value = z;
        for (int numerator = FRACTION_TERMS; numerator >= 1; numerator--) {
            value = z + numerator / value;
        }
        return value;
    }
}
