package org.lstm4j.special;

/// Student's t distribution with ν degrees of freedom, location 0 and scale 1.
public final class StudentT {

    /// From here on the distribution is brought to a normal one, which is then as accurate as the incomplete beta function.
    private static final double MANY_DEGREES = 1e6;
    private static final double CONVERGED = 1e-14;
    private static final int MOST_STEPS = 100;

    private StudentT() {}

    /// The logarithm of the density at t.
    public static double logDensity(double t, double degrees) {
        return Gamma.logRatio(degrees / 2, 0.5) - 0.5 * StrictMath.log(degrees * Math.PI)
                - 0.5 * (degrees + 1) * StrictMath.log1p(t * t / degrees);
    }

    /// The probability of a value up to t, within 1e-12, and with a relative error of 1e-11 in the lower tail.
    ///
    /// @param degrees ν, above 0
    public static double cumulative(double t, double degrees) {
        double tail = tail(Math.abs(t), degrees);
        return t <= 0 ? tail : 1 - tail; // NaN stays NaN
    }

    /// The t below which lies a share `level`: [#cumulative] of it is the level again within 2e-12.
    ///
    /// @param degrees ν, above 0
    /// @throws IllegalArgumentException unless the level is above 0 and below 1
    public static double quantile(double level, double degrees) {
        Levels.require(level);
        if (degrees > MANY_DEGREES) {
            return fromNormal(Normal.quantile(level), degrees);
        }
        return level < 0.5 ? -upperQuantile(level, degrees) : upperQuantile(1 - level, degrees);
    }

    /// The probability of a value above t, of a t of 0 or more: ½·I(ν/2, ½) at ν/(ν + t²).
    private static double tail(double t, double degrees) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        if (degrees > MANY_DEGREES) {
            return Normal.cumulative(-toNormal(t, degrees));
        }
        double square = t * t;
        return 0.5 * Beta.regularized(1 / (1 + square / degrees), 1 / (1 + degrees / square), degrees / 2, 0.5);
    }

    /// The t of 0 or more above which lies a share `tail`, at most ½.
    private static double upperQuantile(double tail, double degrees) {
        return tail > 0.25 ? nearCentre(tail, degrees) : farOut(tail, degrees);
    }

    /// The tail falls ever more slowly, so that Newton's steps from 0 never pass the solution.
    private static double nearCentre(double tail, double degrees) {
        double t = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = (tail(t, degrees) - tail) / StrictMath.exp(logDensity(t, degrees));
            t += change;
            if (Math.abs(change) <= CONVERGED) {
                break;
            }
        }
        return t;
    }

    /// In logarithms of both the tail falls ever faster, like a power at last: Newton's steps pass the solution once at most, and
    /// come back without passing it again. The normal quantile, where they begin, is nearer to 0.
    private static double farOut(double tail, double degrees) {
        double logarithm = StrictMath.log(tail);
        double t = -Normal.quantile(tail);
        for (int step = 0; step < MOST_STEPS; step++) {
            double reached = tail(t, degrees);
            double slope = t * StrictMath.exp(logDensity(t, degrees)) / reached;
            double change = (StrictMath.log(reached) - logarithm) / slope;
            t *= StrictMath.exp(change);
            if (Math.abs(change) <= CONVERGED) {
                break;
            }
        }
        return t;
    }

    /// Wallace 1959: z = √(ν·ln(1 + t²/ν))·(8ν + 1)/(8ν + 3), whose error falls with ν².
    private static double toNormal(double t, double degrees) {
        return Math.sqrt(degrees * StrictMath.log1p(t * t / degrees)) * (8 * degrees + 1) / (8 * degrees + 3);
    }

    private static double fromNormal(double z, double degrees) {
        double stretched = z * (8 * degrees + 3) / (8 * degrees + 1);
        return Math.copySign(Math.sqrt(degrees * StrictMath.expm1(stretched * stretched / degrees)), z);
    }
}
