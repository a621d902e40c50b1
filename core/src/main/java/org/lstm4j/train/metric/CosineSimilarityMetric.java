package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.CosineSimilarity;
import org.lstm4j.tensor.Tensor;

/// The mean over rows of the cosine of the angle between a row's predictions and targets, −1 to 1: the loss
/// [CosineSimilarity] with the other sign, as in Keras. A row of zeros counts 0.
public record CosineSimilarityMetric() implements RowMetric {

    private static final CosineSimilarity LOSS = new CosineSimilarity();

    @Override
    public String name() {
        return "cosine_similarity";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        return -LOSS.rowValue(prediction, target, row);
    }
}
