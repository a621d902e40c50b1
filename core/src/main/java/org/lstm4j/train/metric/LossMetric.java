package org.lstm4j.train.metric;

import java.util.Objects;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.RowLoss;
import org.lstm4j.tensor.Tensor;

/// Any loss as a metric, under its name: the quantile loss beside the loss that is minimised, say. Its mean is over all rows; with weights
/// it divides by their sum, as every metric does, where the loss divides by the number of rows.
///
/// A loss that looks at a whole batch ([Loss] and none of its narrower interfaces) is averaged over the batches, by their rows.
///
/// @param name in logs
/// @param loss what is measured; a number that it is not defined for is an error here too
public record LossMetric(String name, Loss loss) implements Metric {

    public LossMetric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(loss, "loss");
    }

    /// Under the loss's own name, with `_` for `-`.
    public LossMetric(Loss loss) {
        this(loss.name().replace('-', '_'), loss);
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return loss instanceof RowLoss rows ? new RowMean(new OfRows(name, rows)) : new OfBatches(loss);
    }

    private record OfRows(String name, RowLoss loss) implements RowMetric {

        @Override
        public double rowValue(Tensor prediction, Tensor target, int row) {
            return loss.rowValue(prediction, target, row);
        }

        @Override
        public void requireFit(Tensor prediction, Tensor target) {
            loss.requireFit(prediction, target);
        }
    }

    private static final class OfBatches implements MetricAccumulator {

        private final Loss loss;
        private double sum;
        private double weight;

        OfBatches(Loss loss) {
            this.loss = loss;
        }

        @Override
        public void update(Tensor prediction, Tensor target, LossWeights weights) {
            sum += loss.value(prediction, target, weights) * weights.counted(prediction.shape());
            weight += weights.total(prediction.shape());
        }

        @Override
        public double result() {
            return weight == 0 ? Double.NaN : sum / weight;
        }

        @Override
        public void reset() {
            sum = 0;
            weight = 0;
        }
    }
}
