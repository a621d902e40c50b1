package org.lstm4j.forecast.season;

/// The test for a season by which the M4 competition decided what Naive2 and Theta adjust.
///
/// A series of at least three seasons is seasonal when the autocorrelation r at the season m is outside its 90 % limits under
/// the hypothesis that there is none beyond lag m − 1 (Bartlett's formula):
///
/// ```
/// abs(r(m)) > 1.645 · √((1 + 2·Σ r(k)², k = 1 … m−1) / n)
/// ```
///
/// Source: `SeasonalityTest` in the organisers' "Benchmarks and Evaluation.R"; R's `acf` stops at lag 10·log10(n), which makes
/// longer seasons untestable there and does not here. The test knows nothing of trends: it takes a random walk for seasonal.
/// [SeasonDetector] does not; this class is for baselines that must be those of the competition.
public final class SeasonalityTest {

    private static final double LIMIT = 1.645;
    private static final int LEAST_SEASONS = 3;

    private SeasonalityTest() {}

    /// Whether the values have the season.
    ///
    /// @param values oldest first, NaN where missing; n counts those that were observed
    /// @param season steps in a season m; with less than 2 the answer is no
    public static boolean isSeasonal(double[] values, int season) {
        if (season < 2 || values.length < (long) LEAST_SEASONS * season) {
            return false;
        }
        double[] correlations = Autocorrelation.of(values, season);
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            squares += correlations[lag] * correlations[lag];
        }
        return Math.abs(correlations[season]) > LIMIT * Math.sqrt((1 + 2 * squares) / observed(values));
    }

    private static int observed(double[] values) {
        int observed = 0;
        for (double value : values) {
            observed += Double.isNaN(value) ? 0 : 1;
        }
        return observed;
    }
}
