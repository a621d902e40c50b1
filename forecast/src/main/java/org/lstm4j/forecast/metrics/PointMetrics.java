package org.lstm4j.forecast.metrics;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// The measures of [Metrics] side by side, in the target's original units.
///
/// @param mse mean squared error
/// @param mae mean absolute error
/// @param rmse root of the mean squared error
/// @param mape mean absolute percentage error, in percent
/// @param smape symmetric mean absolute percentage error, in percent from 0 to 200
/// @param mase mean absolute scaled error, below 1 when better than the in-sample seasonal naive forecast
/// @param r2 coefficient of determination, at most 1
public record PointMetrics(double mse, double mae, double rmse, double mape, double smape, double mase, double r2) {

    /// The value of one measure; NaN when it is undefined.
    public double value(PointMetric metric) {
        return switch (metric) {
            case MSE -> mse;
            case MAE -> mae;
            case RMSE -> rmse;
            case MAPE -> mape;
            case SMAPE -> smape;
            case MASE -> mase;
            case R2 -> r2;
        };
    }

    /// The keys and values of the command line's `--json` output; an undefined
    /// measure is null.
    public JsonObject toJson() {
        JsonValue.ObjectBuilder object = JsonValue.object();
        for (PointMetric metric : PointMetric.values()) {
            object.put(metric.key(), value(metric));
        }
        return object.build();
    }
}
