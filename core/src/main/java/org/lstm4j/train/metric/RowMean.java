package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// Gathers Σ w·v / Σ w over the rows of all batches. Rows are added one by one, so how samples are cut into batches changes no bit.
final class RowMean implements MetricAccumulator {

    private final RowMetric metric;
    private double sum;
    private double weight;

    RowMean(RowMetric metric) {
        this.metric = metric;
    }

    @Override
    public void update(Tensor prediction, Tensor target, LossWeights weights) {
        metric.requireFit(prediction, target);
        weights.requireFit(prediction.shape());
        int rows = LossWeights.rows(prediction.shape());
        for (int row = 0; row < rows; row++) {
            float ofRow = weights.weightOf(row, rows);
            if (ofRow != 0f) {
                sum += ofRow * metric.rowValue(prediction, target, row);
                weight += ofRow;
            }
        }
    }

    @Override
    public double result() {
        return weight == 0 ? Double.NaN : metric.ofMean(sum / weight);
    }

    @Override
    public void reset() {
        sum = 0;
        weight = 0;
    }
}
