package org.lstm4j.forecast.metrics;

/// The measures of [PointMetrics], in the order in which they are shown.
public enum PointMetric {
    MSE("mse", "MSE", "no step of the test part was observed"), MAE("mae", "MAE",
            "no step of the test part was observed"), RMSE("rmse", "RMSE",
                    "no step of the test part was observed"), MAPE("mape", "MAPE", "an actual value is zero"), SMAPE(
                            "smape", "sMAPE", "no step of the test part was observed"), MASE("mase", "MASE",
                                    "the training part never changes from one season to the next, or is shorter than a season"), R2(
                                            "r2", "R²", "the actual values are all equal");

    private final String key;
    private final String label;
    private final String whyUndefined;

    PointMetric(String key, String label, String whyUndefined) {
        this.key = key;
        this.label = label;
        this.whyUndefined = whyUndefined;
    }

    /// The name in JSON: `smape`.
    public String key() {
        return key;
    }

    /// The name for readers: `sMAPE`.
    public String label() {
        return label;
    }

    /// The usual cause of an undefined value, to be shown beside it.
    public String whyUndefined() {
        return whyUndefined;
    }

    /// Whether a larger value is the better one: so for R² alone.
    public boolean largerIsBetter() {
        return this == R2;
    }
}
