package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The cross-entropy of predicted logits xₖ, any numbers, one for each class, where the target is the number c of the right
/// class, from 0: the mean over rows of ln Σₖ e^xₖ − x_c.
///
/// Predictions [batch, classes] or [batch, steps, classes], targets [batch, 1] or [batch, steps, 1]. As PyTorch's
/// `CrossEntropyLoss` with class indices and Keras' `SparseCategoricalCrossentropy(from_logits=True)`.
public record SparseCategoricalCrossEntropyOnLogits() implements RowLoss {

    @Override
    public String name() {
        return "sparse-cce-logits";
    }

    /// One: the number of the class.
    @Override
    public int targets(int outputs) {
        Classes.requireSeveral(outputs);
        return 1;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        return Softmax.logOfSum(prediction, row) - prediction.data()[indexOfRight(prediction, target, row)];
    }

    /// pₖ, and one less for the right class.
    @Override
    public void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        int right = indexOfRight(prediction, target, row);
        int outputs = prediction.shape().last();
        double logOfSum = Softmax.logOfSum(prediction, row);
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            double probability = Softmax.probability(prediction.data()[index], logOfSum);
            gradient.data()[index] += (float) (factor * (index == right ? probability - 1 : probability));
        }
    }

    private static int indexOfRight(Tensor prediction, Tensor target, int row) {
        int classes = prediction.shape().last();
        return row * classes + Classes.number(target.data()[row], classes);
    }
}
