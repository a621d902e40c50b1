package org.lstm4j.forecast.conformal;

/// Which of n scores, in rising order, a next one stays below with a given probability.
///
/// Of n + 1 exchangeable scores the last is as likely to have one rank as another, so it is at most the k-th smallest of the
/// others with probability k/(n + 1) or more: k = ⌈(n + 1)·share⌉ keeps the promise. Source: Vovk, Gammerman and Shafer 2005;
/// Romano, Patterson and Candès 2019, equation 8.
final class ConformalRank {

    /// (9 + 1)·0.9 is 9, whatever a double makes of it.
    private static final double ROUNDING = 1e-9;

    private ConformalRank() {}

    /// k, from 1 on. More than `count` when the scores are too few for the share.
    ///
    /// @param effective how many independent scores tell as much: as many, or fewer; k is then ⌈n·share·(1 + 1/effective)⌉, which
    ///        keeps the promise where each of so many independent scores is there n/effective times
    static int of(int count, double effective, double share) {
        return Math.max(1, (int) Math.ceil(count * share * (1 + 1 / effective) - ROUNDING));
    }

    /// The fewest independent scores among which there is that rank.
    static int fewest(double share) {
        return Math.max(1, (int) Math.ceil(share / (1 - share) - ROUNDING));
    }
}
