package org.lstm4j.forecast.metrics;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// How good the quantiles and intervals of many windows are; NaN where undefined.
///
/// @param coverage80 share of actual values inside the 80 % interval, 0 to 1
/// @param coverage95 share of actual values inside the 95 % interval, 0 to 1
/// @param crps continuous ranked probability score over levels 0.1 to 0.9, in the target's unit; see [QuantileScores]
/// @param wql weighted quantile loss over levels 0.1 to 0.9, without unit
/// @param msis mean scaled interval score of the 95 % interval, mean over series, without unit
/// @param width80 mean width of the 80 % interval, in the target's unit
/// @param width95 mean width of the 95 % interval, in the target's unit
/// @param nd normalised deviation of the point forecast, without unit
/// @param rmsse root mean squared scaled error of the point forecast, mean over series, without unit
public record IntervalMetrics(double coverage80, double coverage95, double crps, double wql, double msis,
        double width80, double width95, double nd, double rmsse) {

    /// The keys and values of the command line's `--json` output; an undefined measure is null.
    public JsonObject toJson() {
        return JsonValue.object()
                .put("coverage_80", coverage80)
                .put("coverage_95", coverage95)
                .put("crps", crps)
                .put("wql", wql)
                .put("msis", msis)
                .put("width_80", width80)
                .put("width_95", width95)
                .put("nd", nd)
                .put("rmsse", rmsse)
                .build();
    }
}
