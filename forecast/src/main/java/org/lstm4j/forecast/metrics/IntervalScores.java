package org.lstm4j.forecast.metrics;

/// Measures of one prediction interval of probability p, over the steps whose actual value y was observed; L and U are
/// its bounds, α = 1 − p.
///
/// | measure | formula | unit | good is |
/// |---|---|---|---|
/// | coverage | share of y with L ≤ y ≤ U | none, 0 to 1 | p |
/// | width | mean (U − L) | the target's | small, at a coverage of p |
/// | interval score | mean of (U − L) + 2/α · (distance of y from the interval) | the target's | small |
/// | MSIS | interval score / in-sample MAE of the seasonal naive forecast | none | small |
///
/// Interval score: Gneiting and Raftery 2007, section 6.2. MSIS is that of the M4 competition (Makridakis, Spiliotis,
/// Assimakopoulos 2020) for p = 0.95; its scale is that of MASE, and a set of series has the mean of theirs.
///
/// Coverage counts the bounds as inside. A missing actual value (NaN) is left out. A measure is NaN when nothing was
/// observed, a bound that counts is NaN, or the scale is 0.
public final class IntervalScores {

    private IntervalScores() {}

    /// @param actual what came true, NaN where missing, `[horizon]`
    public static double coverage(double[] actual, PredictionInterval interval) {
        return mean(actual, interval, (y, lower, upper) -> covered(y, lower, upper));
    }

    /// @param actual what came true, NaN where missing, `[horizon]`
    public static double meanWidth(double[] actual, PredictionInterval interval) {
        return mean(actual, interval, (_, lower, upper) -> upper - lower);
    }

    /// @param actual what came true, NaN where missing, `[horizon]`
    public static double intervalScore(double[] actual, PredictionInterval interval) {
        double miss = 1 - interval.probability();
        return mean(actual, interval, (y, lower, upper) -> score(y, lower, upper, miss));
    }

    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param scale the in-sample error of the series, from [Metrics#seasonalNaiveError]
    public static double msis(double[] actual, PredictionInterval interval, double scale) {
        return Metrics.scaled(intervalScore(actual, interval), scale);
    }

    /// 1 inside, 0 outside, NaN where a bound is missing.
    static double covered(double actual, double lower, double upper) {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        return lower <= actual && actual <= upper ? 1 : 0;
    }

    /// The interval score of one value.
    ///
    /// @param miss the probability α of a value outside
    static double score(double actual, double lower, double upper, double miss) {
        double outside = Math.max(0, Math.max(lower - actual, actual - upper));
        return upper - lower + 2 / miss * outside;
    }

    private interface PointScore {

        double of(double actual, double lower, double upper);
    }

    private static double mean(double[] actual, PredictionInterval interval, PointScore score) {
        ErrorSums.requireEqualLength(actual, interval.lower());
        double sum = 0;
        int observed = 0;
        for (int step = 0; step < actual.length; step++) {
            if (!Double.isNaN(actual[step])) {
                sum += score.of(actual[step], interval.lower()[step], interval.upper()[step]);
                observed++;
            }
        }
        return observed == 0 ? Double.NaN : sum / observed;
    }
}
