package org.lstm4j.forecast.anomaly;

/// How the distance of a value from its forecast is measured; 0 or more, NaN when value or forecast is missing.
public enum ResidualMeasure {
    /// |actual − point|, in the target's unit.
    ABSOLUTE("absolute") {
        @Override
        double measured(double actual, StepForecast forecast) {
            return Math.abs(actual - forecast.point());
        }
    },
    /// |actual − point| over the distance of the outermost quantile on that side from the point: 1 is at the edge of the outermost
    /// interval, whatever its level. Steps that are hard to foretell are then no more unusual than others. At most 1e9.
    BY_SPREAD("by-spread") {
        @Override
        double measured(double actual, StepForecast forecast) {
            double[] quantiles = forecast.quantiles();
            if (quantiles.length < 2) {
                throw new IllegalArgumentException(
                        "residuals by spread need a forecast with at least two quantiles, but"
                                + " there are " + quantiles.length
                                + "; forecast quantiles, or measure absolute residuals");
            }
            double distance = Math.abs(actual - forecast.point());
            double spread = actual >= forecast.point()
                    ? quantiles[quantiles.length - 1] - forecast.point()
                    : forecast.point() - quantiles[0];
            return distance == 0 ? 0 : Math.min(MOST_SPREADS, distance / Math.max(0, spread));
        }
    };

    /// What is infinitely far away when a forecast is said to be certain.
    private static final double MOST_SPREADS = 1e9;

    private final String label;

    ResidualMeasure(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The measure of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static ResidualMeasure of(String label) {
        for (ResidualMeasure measure : values()) {
            if (measure.label.equals(label)) {
                return measure;
            }
        }
        throw new IllegalArgumentException(
                "no measure of residuals is called '" + label + "'; there are absolute, by-spread");
    }

    /// The residual of one step.
    ///
    /// @throws IllegalArgumentException when the actual value or the forecast is infinite, or quantiles are needed and missing
    public double of(double actual, StepForecast forecast) {
        if (Double.isInfinite(actual) || Double.isInfinite(forecast.point())) {
            throw new IllegalArgumentException("a residual needs finite numbers, or NaN for what is missing, but the"
                    + " actual value is " + actual + " and the forecast " + forecast.point());
        }
        if (Double.isNaN(actual) || Double.isNaN(forecast.point())) {
            return Double.NaN;
        }
        return measured(actual, forecast);
    }

    abstract double measured(double actual, StepForecast forecast);
}
