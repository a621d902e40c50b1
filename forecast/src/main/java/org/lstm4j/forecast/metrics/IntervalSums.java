package org.lstm4j.forecast.metrics;

/// The running sums behind every measure of [IntervalMetrics]. Mutable; one caller at a time.
final class IntervalSums {

    private static final double MISS_95 = 0.05;
    private static final double[] DECILES = QuantileScores.deciles();

    private final ErrorSums errors = new ErrorSums();
    private double inside80;
    private double inside95;
    private double width80;
    private double width95;
    private double score95;
    private double pinball;

    /// Adds one value, unless it is missing.
    ///
    /// @param quantiles of its step, `[levels]`
    /// @param levels where the levels stand in them
    void add(double actual, double[] quantiles, StandardLevels levels, double point) {
        if (Double.isNaN(actual)) {
            return;
        }
        double lower80 = quantiles[levels.lower80()];
        double upper80 = quantiles[levels.upper80()];
        double lower95 = quantiles[levels.lower95()];
        double upper95 = quantiles[levels.upper95()];
        errors.add(actual, point);
        inside80 += IntervalScores.covered(actual, lower80, upper80);
        inside95 += IntervalScores.covered(actual, lower95, upper95);
        width80 += upper80 - lower80;
        width95 += upper95 - lower95;
        score95 += IntervalScores.score(actual, lower95, upper95, MISS_95);
        pinball += levels.pinballOverDeciles(actual, quantiles);
    }

    long points() {
        return errors.points();
    }

    IntervalCoverage coverage() {
        return new IntervalCoverage(points(), perPoint(inside80), perPoint(inside95), perPoint(width80),
                perPoint(width95));
    }

    double crps() {
        return 2 * perPoint(pinball) / DECILES.length;
    }

    /// Σ pinball and Σ abs(y) have as many terms each, so their means do as well.
    double wql() {
        return Metrics.scaled(crps(), errors.meanAbsoluteActual());
    }

    double nd() {
        return errors.nd();
    }

    double msis(SeriesScale scale) {
        return Metrics.scaled(perPoint(score95), scale.absolute());
    }

    double rmsse(SeriesScale scale) {
        return Math.sqrt(Metrics.scaled(errors.mse(), scale.squared()));
    }

    private double perPoint(double sum) {
        return points() == 0 ? Double.NaN : sum / points();
    }
}
