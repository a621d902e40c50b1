package org.lstm4j.forecast.conformal;

/// Which of n scores, in rising order, a next one stays below with a given probability.
///
/// Of n + 1 exchangeable scores the last is as likely to have one rank as another, so it is at most the k-th smallest of the
/// others with probability k/(n + 1) or more: k = ⌈(n + 1)·share⌉ keeps the promise. Source: Vovk, Gammerman and Shafer 2005;
/// Romano, Patterson and Candès 2019, equation 8.
///
/// Scores that depend on each other, as those of overlapping windows do, tell as much of a share as fewer independent ones. The quantile found in
/// them then falls short by (share − ½)/effective on average, whatever their number: written with Δ for the error of the empirical
/// distribution, the quantile is off by −Δ + ΔΔ′, and the mean of ΔΔ′ is half of the derivative of share·(1 − share)/effective. With as many
/// effective scores as there are this is the rank above.
final class ConformalRank {

    /// (9 + 1)·0.9 is 9, whatever a double makes of it.
    private static final double ROUNDING = 1e-9;

    private ConformalRank() {}

    /// k = ⌈n·share + ½ + n·(share − ½)/effective⌉, from 1 on. More than `count` when the scores are too few for the share.
    ///
    /// @param count n
    /// @param effective how many independent scores tell as much: as many, or fewer
    static int of(int count, double effective, double share) {
        double rank = count * share + 0.5 + count * (share - 0.5) / effective;
        return Math.max(1, (int) Math.ceil(rank - ROUNDING));
    }

    /// The fewest independent scores among which there is that rank.
    static int fewest(double share) {
        return Math.max(1, (int) Math.ceil(share / (1 - share) - ROUNDING));
    }
}
