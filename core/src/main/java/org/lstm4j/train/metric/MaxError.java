package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// The largest abs(prediction − target) of all, in the target's unit. Weights matter only where they are 0.
public record MaxError() implements Metric {

    @Override
    public String name() {
        return "max_error";
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new Largest();
    }

    private static final class Largest implements MetricAccumulator {

        private double largest = Double.NaN;

        @Override
        public void update(Tensor prediction, Tensor target, LossWeights weights) {
            Loss.requireSameShape(prediction, target);
            weights.requireFit(prediction.shape());
            int rows = LossWeights.rows(prediction.shape());
            int outputs = prediction.shape().last();
            for (int row = 0; row < rows; row++) {
                boolean counts = weights.weightOf(row, rows) != 0f;
                for (int index = row * outputs; counts && index < (row + 1) * outputs; index++) {
                    see(Math.abs((double) prediction.data()[index] - target.data()[index]));
                }
            }
        }

        /// An error that is NaN, of a prediction that is, counts as infinite: it must not be lost among the others.
        private void see(double error) {
            double size = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            largest = Double.isNaN(largest) ? size : Math.max(largest, size);
        }

        @Override
        public double result() {
            return largest;
        }

        @Override
        public void reset() {
            largest = Double.NaN;
        }
    }
}
