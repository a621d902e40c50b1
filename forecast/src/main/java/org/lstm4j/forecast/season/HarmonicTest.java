package org.lstm4j.forecast.season;

import java.util.List;

/// Whether a season stands out of the noise: the power of the changes at the harmonics of the season, against the power at the
/// frequencies beside them.
///
/// A season of m steps puts its power on the frequencies j/m exactly, j = 1, 2, …; noise of any colour, the changes of a random
/// walk or of an autoregressive series among them, spreads it smoothly. Over k whole seasons the harmonic j is the frequency
/// j·k of the periodogram P, with k − 1 frequencies between neighbours. Without a season, and with c of these beside it,
///
/// ```
/// R(j) = P(j·k) / mean of P beside it  ~  F(2, 2c)        p(j) = (1 + R(j)/c)^−c
/// ```
///
/// The J harmonics are joined by the smaller of two probabilities, doubled: that of the clearest one (J · min p, which finds
/// sine waves) and Fisher's of all (Σ −ln p ~ Gamma(J), which finds spikes). The highest frequency of all has one degree of
/// freedom instead of two; p ≤ (1 + R/(2c))^−c serves there.
///
/// Periodogram and F distribution: Priestley, Spectral Analysis and Time Series, 1981, chapter 6. Cost: at most 24 harmonics
/// of at most 17 frequencies, n multiplications each.
final class HarmonicTest {

    /// Whole seasons a series must have.
    static final int LEAST_SEASONS = 3;

    /// The lowest harmonics hold what there is of a season.
    private static final int MOST_HARMONICS = 24;
    private static final int LEAST_BESIDE = 2;
    private static final int MOST_BESIDE = 8;

    /// Steps that are looked at: the last so many, or the last five seasons where those are longer.
    private static final int MOST_STEPS = 20_000;

    /// Power below this share of all is rounding.
    private static final double ROUNDING = 1e-18;

    private final double[] changes;
    private final int season;
    private final int seasons;

    private HarmonicTest(double[] changes, int season) {
        this.changes = changes;
        this.season = season;
        this.seasons = changes.length / season;
    }

    /// The probability that a series without the season would look as seasonal as this one.
    ///
    /// @param values without missing values
    /// @param season steps in a season, at least 2
    /// @param known shorter seasons, whose harmonics prove nothing about this one
    /// @return from 0 to 1; 1 when there are fewer than three seasons
    static double probability(double[] values, int season, List<Integer> known) {
        int longest = Math.max(MOST_STEPS, 5 * season);
        int seasons = Math.min(values.length, longest) / season;
        if (seasons < LEAST_SEASONS) {
            return 1;
        }
        return new HarmonicTest(SteppedChanges.last(values, seasons * season), season).probability(known);
    }

    private double probability(List<Integer> known) {
        int harmonics = 0;
        double sum = 0;
        double clearest = 0;
        for (int harmonic = 1; harmonic <= Math.min(MOST_HARMONICS, season / 2); harmonic++) {
            if (!belongsTo(known, harmonic)) {
                double evidence = evidence(harmonic);
                harmonics++;
                sum += evidence;
                clearest = Math.max(clearest, evidence);
            }
        }
        double ofClearest = harmonics * StrictMath.exp(-clearest);
        return harmonics == 0 ? 1 : Math.min(1, 2 * Math.min(ofClearest, gammaTail(harmonics, sum)));
    }

    private boolean belongsTo(List<Integer> known, int harmonic) {
        for (int shorter : known) {
            if ((long) harmonic * shorter % season == 0) {
                return true;
            }
        }
        return false;
    }

    /// −ln p(j).
    private double evidence(int harmonic) {
        double power = power(harmonic * seasons);
        int beside = 0;
        double sum = 0;
        int wanted = Math.clamp((seasons - 1) / 2, LEAST_BESIDE, MOST_BESIDE);
        for (int side = -1; side <= 1; side += 2) {
            int found = 0;
            for (int bin = harmonic * seasons + side; found < wanted && bin > 0
                    && 2 * bin < changes.length; bin += side) {
                if (bin % seasons != 0) {
                    sum += power(bin);
                    found++;
                }
            }
            beside += found;
        }
        if (power <= ROUNDING * totalPower()) {
            return 0;
        }
        boolean highest = 2 * harmonic == season;
        double ratio = power / Math.max(sum / beside, Double.MIN_NORMAL);
        return beside * StrictMath.log1p(ratio / (highest ? 2 * beside : beside));
    }

    /// |Σ x(t)·e^(−2πi·bin·t/n)|², by Goertzel's recursion.
    private double power(int bin) {
        double twiceCosine = 2 * StrictMath.cos(2 * Math.PI * bin / changes.length);
        double last = 0;
        double beforeLast = 0;
        for (double change : changes) {
            double next = change + twiceCosine * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        return last * last + beforeLast * beforeLast - twiceCosine * last * beforeLast;
    }

    private double totalPower() {
        double sum = 0;
        for (double change : changes) {
            sum += change * change;
        }
        return sum * changes.length;
    }

    /// P(Gamma(shape) > x) = e^−x · Σ xⁱ/i!, i < shape.
    private static double gammaTail(int shape, double x) {
        double term = StrictMath.exp(-x);
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += term;
            term *= x / (i + 1);
        }
        return sum;
    }
}
