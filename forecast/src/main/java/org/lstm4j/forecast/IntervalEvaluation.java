package org.lstm4j.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.forecast.metrics.IntervalMetrics;

/// How good a model's quantiles are beside those of the baselines that give some, over the same windows.
///
/// @param model over all windows
/// @param bySteps share inside the intervals, and their width, by step of the horizon
/// @param baselines by name, in the order in which they are shown
public record IntervalEvaluation(
        IntervalMetrics model, List<IntervalCoverage> bySteps, Map<String, IntervalMetrics> baselines) {

    public IntervalEvaluation {
        bySteps = List.copyOf(bySteps);
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    }
}
