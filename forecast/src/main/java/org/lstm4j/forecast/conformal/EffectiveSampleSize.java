package org.lstm4j.forecast.conformal;

/// How many independent observations tell as much of a share as dependent ones do: n / (1 + 2·Σ ρₗ).
///
/// ρₗ is the autocorrelation at lag l of the series of hits and misses, on which the variance of an empirical quantile rests. The
/// sum runs in pairs of lags as long as a pair is above 0, the initial positive sequence of Geyer (Practical Markov chain Monte
/// Carlo, 1992), since what follows is noise. It costs n times the lags until then.
///
/// Windows with stride 1 and a horizon of H share up to H − 1 steps, and their errors at one step of the horizon go on for about
/// as long as that step is far ahead: a thousand of them may tell no more than some thirty do. Runs longer than the calibration
/// part itself, such as a summer, cannot be seen in it.
final class EffectiveSampleSize {

    private EffectiveSampleSize() {}

    /// Of observations in the order of time, from 1 to their number.
    static double of(boolean[] hits) {
        int count = hits.length;
        double share = 0;
        for (boolean hit : hits) {
            share += hit ? 1.0 / count : 0;
        }
        double variance = covariance(hits, share, 0);
        if (!(variance > 1e-12)) {
            return count;
        }
        double sum = 0;
        for (int lag = 1; lag + 1 < count / 2; lag += 2) {
            double pair = (covariance(hits, share, lag) + covariance(hits, share, lag + 1)) / variance;
            if (pair <= 0) {
                break;
            }
            sum += pair;
        }
        return Math.clamp(count / (1 + 2 * sum), 1, count);
    }

    private static double covariance(boolean[] hits, double share, int lag) {
        double sum = 0;
        for (int index = lag; index < hits.length; index++) {
            sum += ((hits[index] ? 1 : 0) - share) * ((hits[index - lag] ? 1 : 0) - share);
        }
        return sum / hits.length;
    }
}
