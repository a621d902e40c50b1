package org.lstm4j.train;

import java.util.List;
import java.util.Map;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.Metric;
import org.lstm4j.train.metric.MetricAccumulator;

/// The metrics of a model while they are gathered over batches.
final class Measures {

    private final List<Metric> metrics;
    private final MetricAccumulator[] accumulators;

    Measures(List<Metric> metrics) {
        this.metrics = metrics;
        accumulators = new MetricAccumulator[metrics.size()];
        for (int index = 0; index < accumulators.length; index++) {
            accumulators[index] = metrics.get(index).newAccumulator();
        }
    }

    void update(Tensor prediction, Tensor target, LossWeights weights) {
        for (MetricAccumulator accumulator : accumulators) {
            accumulator.update(prediction, target, weights);
        }
    }

    void reset() {
        for (MetricAccumulator accumulator : accumulators) {
            accumulator.reset();
        }
    }

    /// Adds what was gathered to logs.
    ///
    /// @param prefix before each name
    void addTo(Map<String, Double> logs, String prefix) {
        for (int index = 0; index < accumulators.length; index++) {
            logs.put(prefix + metrics.get(index).name(), accumulators[index].result());
        }
    }
}
