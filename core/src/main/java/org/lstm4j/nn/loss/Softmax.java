package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The logits of one row as probabilities: pₖ = e^xₖ / Σⱼ e^xⱼ.
final class Softmax {

    private Softmax() {}

    /// ln Σₖ e^xₖ, the largest logit taken out so that nothing overflows.
    static double logOfSum(Tensor logits, int row) {
        int outputs = logits.shape().last();
        double largest = Double.NEGATIVE_INFINITY;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            largest = Math.max(largest, logits.data()[index]);
        }
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            sum += StrictMath.exp(logits.data()[index] - largest);
        }
        return largest + StrictMath.log(sum);
    }

    /// pₖ, of the logit xₖ.
    static double probability(double logit, double logOfSum) {
        return StrictMath.exp(logit - logOfSum);
    }
}
