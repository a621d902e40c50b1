package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The mean over rows of −cos(f, y), the cosine of the angle between a row's predictions and targets: −1 where they point the
/// same way, 1 where they point opposite ways, whatever their lengths.
///
/// As Keras' `CosineSimilarity`: cos = f·y / (|f|·|y|), and a length below 1e-6 counts as 1e-6, so that a row of zeros gives 0.
/// (PyTorch's `CosineEmbeddingLoss` is 1 more.) With one output the cosine is a mere sign.
public record CosineSimilarity() implements RowLoss {

    private static final double SHORTEST = 1e-6;

    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        return -product(prediction, target, row) / (length(prediction, row) * length(target, row));
    }

    /// −(y/|y| − cos·f/|f|) / |f|; without the second term where |f| counts as the constant 1e-6.
    @Override
    public void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        double predicted = length(prediction, row);
        double wanted = length(target, row);
        double cosine = product(prediction, target, row) / (predicted * wanted);
        double turn = predicted > SHORTEST ? cosine / predicted : 0;
        int outputs = prediction.shape().last();
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            double slope = turn * prediction.data()[index] - target.data()[index] / wanted;
            gradient.data()[index] += (float) (factor * slope / predicted);
        }
    }

    private static double length(Tensor tensor, int row) {
        return Math.max(Math.sqrt(product(tensor, tensor, row)), SHORTEST);
    }

    private static double product(Tensor left, Tensor right, int row) {
        int outputs = left.shape().last();
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            sum += (double) left.data()[index] * right.data()[index];
        }
        return sum;
    }
}
