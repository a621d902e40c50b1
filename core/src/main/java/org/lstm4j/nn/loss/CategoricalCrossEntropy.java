package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The cross-entropy of predicted probabilities pₖ, one for each class: the mean over rows of −Σₖ yₖ·ln qₖ with qₖ = pₖ / Σⱼ pⱼ.
///
/// Targets have as many values as there are classes: 1 for the right one and 0 elsewhere, or probabilities. As Keras'
/// `CategoricalCrossentropy`: predictions need not sum to 1, and a qₖ counts as no less than 1e-7. Where Keras' gradient is 0 below
/// that, this one stays as steep as it is at 1e-7, so that a class given up can come back. A network that ends without an
/// activation is more accurate, with [CategoricalCrossEntropyOnLogits].
public record CategoricalCrossEntropy() implements RowLoss {

    private static final double SMALLEST = 1e-7;

    @Override
    public String name() {
        return "cce";
    }

    @Override
    public int targets(int outputs) {
        Classes.requireSeveral(outputs);
        return outputs;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        double total = total(prediction, row);
        int outputs = prediction.shape().last();
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            Classes.requireProbability("target", target.data()[index]);
            sum -= target.data()[index] * StrictMath.log(Math.max(prediction.data()[index] / total, SMALLEST));
        }
        return sum;
    }

    /// (Σⱼ yⱼ − yₖ / qₖ) / Σⱼ pⱼ.
    @Override
    public void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        double total = total(prediction, row);
        int outputs = prediction.shape().last();
        double targets = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            Classes.requireProbability("target", target.data()[index]);
            targets += target.data()[index];
        }
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            double ratio = target.data()[index] / Math.max(prediction.data()[index] / total, SMALLEST);
            gradient.data()[index] += (float) (factor * (targets - ratio) / total);
        }
    }

    private static double total(Tensor prediction, int row) {
        int outputs = prediction.shape().last();
        double total = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            Classes.requireProbability("prediction", prediction.data()[index]);
            total += prediction.data()[index];
        }
        if (total < SMALLEST) {
            throw new IllegalArgumentException("all predictions of row " + row
                    + " are 0, which are no probabilities; end the network without an activation and use the loss cce-logits");
        }
        return total;
    }
}
