package org.lstm4j.forecast.esrnn;

import java.util.Arrays;

/// The smoothing recursion of one series, forward and backward. With z the values in their [SmoothedForm], season k of length m:
///
/// ```
/// u_t       = z_t − Σ_k s^k_t − ℓ_{t−1}                      ℓ_0 = z_0 − Σ_k s^k_0
/// ℓ_t       = ℓ_{t−1} + α·u_t
/// s^k_{t+m} = s^k_t + σ_k·(z_t − ℓ_t − Σ_k s^k_t) = s^k_t + σ_k·(1 − α)·u_t
/// ```
///
/// Where z_t is missing, level and seasons stay. α, the σ_k and the first m indices of each season are trained: [#backward] adds up
/// ∂loss/∂each from ∂loss/∂ℓ_t and ∂loss/∂s^k_t, which whoever reads levels and indices puts into [#levelGradients] and
/// [#seasonGradients].
///
/// All in double; arrays grow to the longest series and are used again. Mutable, not thread-safe.
///
/// Source: the additive Holt–Winters recursion without trend with two seasons, Taylor 2003, trained as in Smyl, A hybrid method of
/// exponential smoothing and recurrent neural networks for time series forecasting, 2020, equations 4 to 7, on logarithms.
final class SmoothingRun {

    private final SmoothingLayout layout;
    private double[] values = {};
    private int steps;
    private double alpha;
    private final double[] sigma;
    private final double[] sigmaGradients;
    private double[] surprises = {};
    private double[] levels = {};
    private double[] levelGradients = {};
    private final double[][] seasons;
    private final double[][] seasonGradients;

    SmoothingRun(SmoothingLayout layout) {
        this.layout = layout;
        sigma = new double[layout.count()];
        sigmaGradients = new double[layout.count()];
        seasons = new double[layout.count()][0];
        seasonGradients = new double[layout.count()][0];
    }

    /// Smooths a series.
    ///
    /// @param smoothed z, kept until [#backward]; the first is no NaN
    /// @param parameters as the layout says
    void forward(double[] smoothed, double[] parameters) {
        reserve(smoothed.length);
        values = smoothed;
        steps = smoothed.length;
        alpha = sigmoid(parameters[0]);
        double sum = 0;
        for (int season = 0; season < sigma.length; season++) {
            sigma[season] = sigmoid(parameters[layout.seasonCoefficient(season)]);
            int first = layout.firstIndex(season);
            for (int index = 0; index < layout.season(season); index++) {
                seasons[season][index] = parameters[first + index];
            }
            sum += seasons[season][0];
        }
        surprises[0] = 0;
        levels[0] = values[0] - sum;
        carrySeasons(0, 0);
        for (int step = 1; step < steps; step++) {
            double surprise = Double.isNaN(values[step]) ? 0 : values[step] - season(step) - levels[step - 1];
            surprises[step] = surprise;
            levels[step] = levels[step - 1] + alpha * surprise;
            carrySeasons(step, (1 - alpha) * surprise);
        }
    }

    private void carrySeasons(int step, double error) {
        for (int season = 0; season < sigma.length; season++) {
            double[] indices = seasons[season];
            indices[step + layout.season(season)] = indices[step] + sigma[season] * error;
        }
    }

    /// Makes all gradients of levels and indices 0; call it before adding to them.
    void clearGradients() {
        Arrays.fill(levelGradients, 0, steps, 0);
        for (int season = 0; season < sigma.length; season++) {
            Arrays.fill(seasonGradients[season], 0, steps + layout.season(season), 0);
        }
    }

    /// Carries the gradients of levels and indices back to the parameters; uses them up.
    ///
    /// @param gradient of the parameters, added to
    void backward(double[] gradient) {
        double alphaGradient = 0;
        Arrays.fill(sigmaGradients, 0);
        for (int step = steps - 1; step > 0; step--) {
            double ofError = 0;
            for (int season = 0; season < sigma.length; season++) {
                double ofNext = seasonGradients[season][step + layout.season(season)];
                ofError += sigma[season] * ofNext;
                sigmaGradients[season] += (1 - alpha) * surprises[step] * ofNext;
            }
            alphaGradient += surprises[step] * (levelGradients[step] - ofError);
            double ofSurprise = Double.isNaN(values[step]) ? 0 : alpha * levelGradients[step] + (1 - alpha) * ofError;
            levelGradients[step - 1] += levelGradients[step] - ofSurprise;
            backSeasons(step, ofSurprise);
        }
        backSeasons(0, levelGradients[0]);
        gradient[0] += alphaGradient * alpha * (1 - alpha);
        for (int season = 0; season < sigma.length; season++) {
            double slope = sigma[season] * (1 - sigma[season]);
            gradient[layout.seasonCoefficient(season)] += sigmaGradients[season] * slope;
            int first = layout.firstIndex(season);
            for (int index = 0; index < layout.season(season); index++) {
                gradient[first + index] += seasonGradients[season][index];
            }
        }
    }

    private void backSeasons(int step, double ofSurprise) {
        for (int season = 0; season < sigma.length; season++) {
            double[] gradients = seasonGradients[season];
            gradients[step] += gradients[step + layout.season(season)] - ofSurprise;
        }
    }

    /// ℓ_t of every step.
    double[] levels() {
        return levels;
    }

    /// ∂loss/∂ℓ_t, to be added to.
    double[] levelGradients() {
        return levelGradients;
    }

    /// The sum of all seasons' indices at a step of the series.
    double season(int step) {
        double sum = 0;
        for (double[] indices : seasons) {
            sum += indices[step];
        }
        return sum;
    }

    /// The sum of all seasons' indices for a later step, as it is known at an earlier one.
    ///
    /// @param end the earlier step
    /// @param ahead steps from there, at least 1
    double seasonAhead(int end, int ahead) {
        double sum = 0;
        for (int season = 0; season < sigma.length; season++) {
            sum += seasons[season][known(season, end, ahead)];
        }
        return sum;
    }

    /// Adds to ∂loss/∂(indices of a step).
    void addSeasonGradient(int step, double gradient) {
        for (double[] gradients : seasonGradients) {
            gradients[step] += gradient;
        }
    }

    /// Adds to ∂loss/∂(indices for a later step, as known at an earlier one).
    void addSeasonAheadGradient(int end, int ahead, double gradient) {
        for (int season = 0; season < sigma.length; season++) {
            seasonGradients[season][known(season, end, ahead)] += gradient;
        }
    }

    private int known(int season, int end, int ahead) {
        return end + 1 + (ahead - 1) % layout.season(season);
    }

    private void reserve(int length) {
        if (levels.length >= length) {
            return;
        }
        surprises = new double[length];
        levels = new double[length];
        levelGradients = new double[length];
        for (int season = 0; season < seasons.length; season++) {
            seasons[season] = new double[length + layout.season(season)];
            seasonGradients[season] = new double[length + layout.season(season)];
        }
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }
}
