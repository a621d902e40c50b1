package org.lstm4j.forecast.metrics;

/// Measures of quantile forecasts; smaller is better, and foretelling one's true belief is best.
///
/// y is the actual value, q the quantile of level τ, sums and means run over the steps whose actual value was observed:
///
/// | measure | formula | unit | undefined when |
/// |---|---|---|---|
/// | pinball loss | mean of τ · (y − q) where y ≥ q, (1 − τ) · (q − y) elsewhere | the target's | |
/// | WQL | mean over levels of 2 · Σ pinball / Σ abs(y) | none | all actual values are 0 |
/// | CRPS | mean over levels of 2 · mean pinball | the target's | |
///
/// Pinball loss: Koenker and Bassett 1978. At level 0.5 it is half the absolute error, hence the factor 2.
///
/// WQL is `mean_weighted_sum_quantile_loss` of GluonTS, over levels 0.1 to 0.9 the WQL of GIFT-Eval: both sums run over
/// all steps, windows and series before they are divided, so a window of its own has another WQL than its part in the
/// whole; for many windows use [IntervalAccumulator]. (Early versions of its `ev` module lacked the factor 2.)
///
/// CRPS, the continuous ranked probability score, is 2 · ∫ pinball dτ from 0 to 1 (Gneiting and Raftery 2007). The mean
/// over evenly spread levels stands for the integral. Over 0.1 to 0.9 the tails, where the loss goes to 0, are left out:
/// for a normal distribution foretold rightly the figure is 9 % above the integral. Compare it with figures over the same levels
/// alone. Tables often print WQL under this name.
///
/// A missing actual value (NaN) is left out. An undefined measure is NaN, and so is every measure when nothing was
/// observed or a quantile that counts is NaN.
public final class QuantileScores {

    private QuantileScores() {}

    /// The levels 0.1, 0.2 … 0.9 of GIFT-Eval and fev, in a new array.
    public static double[] deciles() {
        return new double[]{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    }

    /// The pinball loss of one value.
    public static double pinball(double actual, double quantile, double level) {
        double above = actual - quantile;
        return above >= 0 ? level * above : (level - 1) * above;
    }

    /// The mean pinball loss of one level.
    ///
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param quantiles of that level, `[horizon]`
    public static double pinball(double[] actual, double[] quantiles, double level) {
        return pinballSum(actual, quantiles, level) / observed(actual);
    }

    /// The weighted quantile loss of one window.
    ///
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @throws IllegalArgumentException when there is no level, or one that was not foretold
    public static double weightedQuantileLoss(double[] actual, QuantileForecast forecast, double... levels) {
        double absolute = 0;
        for (double value : actual) {
            absolute += Double.isNaN(value) ? 0 : Math.abs(value);
        }
        return absolute > 0
                ? 2 * pinballSumOverLevels(actual, forecast, levels) / levels.length / absolute
                : Double.NaN;
    }

    /// The continuous ranked probability score of one window, from quantiles.
    ///
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param levels evenly spread, as [#deciles]
    /// @throws IllegalArgumentException when there is no level, or one that was not foretold
    public static double crps(double[] actual, QuantileForecast forecast, double... levels) {
        return 2 * pinballSumOverLevels(actual, forecast, levels) / levels.length / observed(actual);
    }

    private static double pinballSumOverLevels(double[] actual, QuantileForecast forecast, double[] levels) {
        if (levels.length == 0) {
            throw new IllegalArgumentException(
                    "a mean over levels needs at least one level, but was given none; QuantileScores.deciles() are usual");
        }
        double sum = 0;
        for (double level : levels) {
            sum += pinballSum(actual, forecast.quantile(level), level);
        }
        return sum;
    }

    private static double pinballSum(double[] actual, double[] quantiles, double level) {
        ErrorSums.requireEqualLength(actual, quantiles);
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += Double.isNaN(actual[step]) ? 0 : pinball(actual[step], quantiles[step], level);
        }
        return sum;
    }

    /// How many values were observed, as a divisor: 0 / 0 is NaN.
    private static double observed(double[] actual) {
        int count = 0;
        for (double value : actual) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }
}
