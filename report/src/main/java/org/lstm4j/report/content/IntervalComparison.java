package org.lstm4j.report.content;

import java.util.List;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.forecast.metrics.IntervalMetrics;

/// How honest the model's intervals are on the test part, beside those of the baselines that give some.
///
/// @param methods their names, each one of [Evaluation#methods], the model first
/// @param metrics the measures of each, in the same order
/// @param bySteps share inside the model's intervals, and their width, by step ahead: element 0 is the first step
public record IntervalComparison(List<String> methods, List<IntervalMetrics> metrics, List<IntervalCoverage> bySteps) {

    public IntervalComparison {
        methods = List.copyOf(methods);
        metrics = List.copyOf(metrics);
        bySteps = List.copyOf(bySteps);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("a comparison of intervals needs at least one method, the model");
        }
        Lengths.requireEqual("interval measures", metrics.size(), methods.size());
    }

    /// The model's measures.
    public IntervalMetrics model() {
        return metrics.getFirst();
    }

    /// Values that were looked for in the model's intervals: every observed step of every forecast.
    public long values() {
        return bySteps.stream().mapToLong(IntervalCoverage::points).sum();
    }
}
