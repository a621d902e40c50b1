package org.lstm4j.forecast.baseline;

/// Level, slope and season of exponential smoothing on their way through the values.
///
/// With q = l + φ·b, the forecast μ and the error e = y − μ:
///
/// | season | μ | level | slope | season |
/// |---|---|---|---|---|
/// | none | q | q + α·e | φ·b + β·e | |
/// | added | q + s | q + α·e | φ·b + β·e | s + γ·e |
/// | factor | q·s | q + α·e/s | φ·b + β·e/s | s + γ·e/q |
///
/// the same for additive and multiplicative errors, which differ in the likelihood. Hyndman, Koehler, Ord and Snyder,
/// Forecasting with Exponential Smoothing, 2008, tables 2.2 and 2.3. Mutable, one caller at a time.
final class SmoothingStates {

    /// A product is turned into its logarithm before it leaves the range of a double.
    private static final double LARGE = 1e100;
    private static final double SMALL = 1e-100;

    private final SmoothingForm form;
    private final SmoothingWeights weights;
    private final double[] season;
    private double level;
    private double slope;
    private int steps;

    SmoothingStates(SmoothingForm form, SmoothingWeights weights, double[] indices) {
        this.form = form;
        this.weights = weights;
        this.season = indices.clone();
        this.level = weights.level();
        this.slope = weights.slope();
    }

    /// Takes in the values.
    ///
    /// @param values without missing values
    /// @return −2 · log likelihood without its constant; infinite where the form cannot be: a forecast of a form with factors
    ///         that is not positive
    double run(double[] values) {
        boolean shares = form.noise() == SmoothingForm.Noise.MULTIPLICATIVE;
        double squares = 0;
        double product = 1;
        double logarithms = 0;
        for (double value : values) {
            double mean = level + weights.phi() * slope;
            double factor = season[steps % season.length];
            double forecast = forecast(mean, factor);
            double error = value - forecast;
            if (shares) {
                if (!(forecast > 0) || !(mean > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                squares += error / forecast * (error / forecast);
                product *= forecast;
                if (product > LARGE || product < SMALL) {
                    logarithms += StrictMath.log(product);
                    product = 1;
                }
            } else {
                squares += error * error;
            }
            takeIn(error, mean, factor);
        }
        logarithms += StrictMath.log(product);
        double likelihood = values.length * StrictMath.log(Math.max(squares, Double.MIN_NORMAL))
                + (shares ? 2 * logarithms : 0);
        return Double.isNaN(likelihood) ? Double.POSITIVE_INFINITY : likelihood;
    }

    /// The steps after the values taken in.
    double[] forecast(int horizon) {
        double[] forecast = new double[horizon];
        double damped = 0;
        double power = 1;
        for (int step = 0; step < horizon; step++) {
            power *= weights.phi();
            damped += power;
            forecast[step] = forecast(level + damped * slope, season[(steps + step) % season.length]);
        }
        return forecast;
    }

    private double forecast(double mean, double index) {
        return switch (form.season()) {
            case NONE -> mean;
            case ADDITIVE -> mean + index;
            case MULTIPLICATIVE -> mean * index;
        };
    }

    private void takeIn(double error, double mean, double index) {
        boolean factor = form.season() == SmoothingForm.Season.MULTIPLICATIVE;
        double ofLevel = factor ? error / index : error;
        level = mean + weights.alpha() * ofLevel;
        slope = weights.phi() * slope + weights.beta() * ofLevel;
        if (form.isSeasonal()) {
            season[steps % season.length] = index + weights.gamma() * (factor ? error / mean : error);
        }
        steps++;
    }
}
