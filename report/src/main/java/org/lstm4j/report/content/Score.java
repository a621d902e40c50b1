package org.lstm4j.report.content;

import java.util.List;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.metrics.PointMetrics;

/// One measure for every method: a row of the metrics table.
///
/// @param measure its name: `MASE`
/// @param unit its unit; empty for a ratio
/// @param largerIsBetter whether a larger value is the better one
/// @param byMethod one value a method, in the order of [Evaluation#methods]; NaN when undefined
/// @param whyUndefined the reason for an undefined value
public record Score(String measure, String unit, boolean largerIsBetter, Values byMethod, String whyUndefined) {

    /// Every measure of [PointMetrics], in the order in which it is shown.
    ///
    /// @param unit unit of the target, may be empty
    /// @param byMethod the measures of each method, the model first
    public static List<Score> all(String unit, List<PointMetrics> byMethod) {
        return List.of(PointMetric.values()).stream()
                .map(metric -> new Score(metric.label(), unit(metric, unit), metric.largerIsBetter(),
                        Values.of(byMethod.stream().mapToDouble(metrics -> metrics.value(metric)).toArray()),
                        metric.whyUndefined()))
                .toList();
    }

    private static String unit(PointMetric metric, String target) {
        return switch (metric) {
            case MAE, RMSE -> target;
            case MSE -> target.isEmpty() ? "" : target + "²";
            case MAPE, SMAPE -> "%";
            case MASE, R2 -> "";
        };
    }

    /// Whether the method has the best defined value of this measure; several may
    /// share it.
    public boolean isBest(int method) {
        double own = byMethod.at(method);
        if (Double.isNaN(own)) {
            return false;
        }
        for (int other = 0; other < byMethod.size(); other++) {
            if (largerIsBetter ? byMethod.at(other) > own : byMethod.at(other) < own) {
                return false;
            }
        }
        return true;
    }
}
