package org.lstm4j.train;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lstm4j.train.metric.Metric;

/// Metrics are known by their names in logs, which must tell them apart.
final class MetricNaming {

    private MetricNaming() {}

    /// A copy of the list.
    ///
    /// @throws IllegalArgumentException when a name is there twice or taken by something else
    static List<Metric> requireDistinct(List<Metric> metrics) {
        Set<String> names = new LinkedHashSet<>(List.of(History.Epoch.LOSS, History.Epoch.LEARNING_RATE));
        for (Metric metric : metrics) {
            if (metric.name().startsWith(History.Epoch.VALIDATION) || !names.add(metric.name())) {
                throw new IllegalArgumentException("a metric is called '" + metric.name()
                        + "', but names must differ from each other and from " + History.Epoch.LOSS + ", "
                        + History.Epoch.LEARNING_RATE + " and " + History.Epoch.VALIDATION
                        + "…; leave one out, or give it another name");
            }
        }
        return List.copyOf(metrics);
    }
}
