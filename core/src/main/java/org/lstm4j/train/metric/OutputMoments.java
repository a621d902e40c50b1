package org.lstm4j.train.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// Gathers the moments of each output over all rows. The result is the mean of a function of them over the outputs for which it is
/// defined; NaN when there is none.
final class OutputMoments implements MetricAccumulator {

    private final ToDoubleFunction<Moments> function;
    private final List<Moments> outputs = new ArrayList<>();

    OutputMoments(ToDoubleFunction<Moments> function) {
        this.function = function;
    }

    @Override
    public void update(Tensor prediction, Tensor target, LossWeights weights) {
        Loss.requireSameShape(prediction, target);
        weights.requireFit(prediction.shape());
        requireOutputs(prediction.shape().last());
        int rows = LossWeights.rows(prediction.shape());
        for (int row = 0; row < rows; row++) {
            float weight = weights.weightOf(row, rows);
            for (int output = 0; weight != 0f && output < outputs.size(); output++) {
                int index = row * outputs.size() + output;
                outputs.get(output).add(prediction.data()[index], target.data()[index], weight);
            }
        }
    }

    private void requireOutputs(int count) {
        while (outputs.isEmpty() || outputs.size() < count) {
            outputs.add(new Moments());
        }
    }

    @Override
    public double result() {
        double sum = 0;
        int defined = 0;
        for (Moments moments : outputs) {
            double value = function.applyAsDouble(moments);
            if (!Double.isNaN(value)) {
                sum += value;
                defined++;
            }
        }
        return defined == 0 ? Double.NaN : sum / defined;
    }

    @Override
    public void reset() {
        outputs.clear();
    }
}
