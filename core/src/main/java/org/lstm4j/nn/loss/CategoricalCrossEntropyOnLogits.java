package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The cross-entropy of predicted logits xₖ, any numbers, one for each class: with pₖ = e^xₖ / Σⱼ e^xⱼ, the mean over rows of
/// −Σₖ yₖ·ln pₖ.
///
/// Targets have as many values as there are classes: 1 for the right one and 0 elsewhere, or probabilities. As PyTorch's
/// `CrossEntropyLoss` with class probabilities and Keras' `CategoricalCrossentropy(from_logits=True)`. The network ends without an
/// activation. Where targets are numbers of classes: [SparseCategoricalCrossEntropyOnLogits].
public record CategoricalCrossEntropyOnLogits() implements RowLoss {

    @Override
    public String name() {
        return "cce-logits";
    }

    @Override
    public int targets(int outputs) {
        Classes.requireSeveral(outputs);
        return outputs;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        double logOfSum = Softmax.logOfSum(prediction, row);
        int outputs = prediction.shape().last();
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            Classes.requireProbability("target", target.data()[index]);
            sum += target.data()[index] * (logOfSum - prediction.data()[index]);
        }
        return sum;
    }

    /// pₖ·Σⱼ yⱼ − yₖ.
    @Override
    public void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        int outputs = prediction.shape().last();
        double targets = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            Classes.requireProbability("target", target.data()[index]);
            targets += target.data()[index];
        }
        double logOfSum = Softmax.logOfSum(prediction, row);
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            double probability = Softmax.probability(prediction.data()[index], logOfSum);
            gradient.data()[index] += (float) (factor * (probability * targets - target.data()[index]));
        }
    }
}
