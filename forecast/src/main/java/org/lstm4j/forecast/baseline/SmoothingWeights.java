package org.lstm4j.forecast.baseline;

/// The smoothing parameters and first states of one form, as the search moves them: variables without bounds are taken into
/// the ranges by the logistic function.
///
/// | parameter | range |
/// |---|---|
/// | α of the level | 0.0001 to 0.9999 |
/// | β of the slope | 0 to α |
/// | φ of the damping | 0.8 to 0.98, 1 without damping |
/// | γ of the season | 0 to 1 − α |
///
/// These are the usual bounds of the R package forecast.
record SmoothingWeights(double alpha, double beta, double phi, double gamma, double level, double slope) {

    private static final double EDGE = 0.0001;
    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;

    /// The slope moves more slowly than the level.
    private static final double SLOPE_UNIT = 0.1;

    /// Where the search begins: α = 0.27, β = 0.12·α, φ = 0.93, γ = 0.12·(1 − α), states as given.
    static double[] start(SmoothingForm form) {
        double[] variables = new double[form.variables()];
        variables[0] = -1;
        int next = 2;
        if (form.trend() != SmoothingForm.Trend.NONE) {
            variables[next] = -2;
            next += 2;
        }
        if (form.trend() == SmoothingForm.Trend.DAMPED) {
            variables[next++] = 1;
        }
        if (form.isSeasonal()) {
            variables[next] = -2;
        }
        return variables;
    }

    static SmoothingWeights of(double[] variables, SmoothingForm form, SmoothingStart start) {
        double alpha = EDGE + (1 - 2 * EDGE) * logistic(variables[0]);
        double level = start.level() + start.spread() * variables[1];
        int next = 2;
        double beta = 0;
        double slope = 0;
        double phi = 1;
        if (form.trend() != SmoothingForm.Trend.NONE) {
            beta = alpha * logistic(variables[next++]);
            slope = start.slope() + SLOPE_UNIT * start.spread() * variables[next++];
        }
        if (form.trend() == SmoothingForm.Trend.DAMPED) {
            phi = LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * logistic(variables[next++]);
        }
        double gamma = form.isSeasonal() ? (1 - alpha) * logistic(variables[next]) : 0;
        return new SmoothingWeights(alpha, beta, phi, gamma, level, slope);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
