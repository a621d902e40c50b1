package org.lstm4j.reference;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.optim.Adagrad;

/// Adagrad: g = dw + λ·w, s = s + g², w = w − η / (1 + (t − 1)·δ) · g / (√s + ε).
///
/// Source: Duchi and others 2011.
final class ReferenceAdagrad implements ReferenceOptimizer {

    private final Adagrad settings;
    private List<double[]> sum = List.of();
    private int steps;

    ReferenceAdagrad(Adagrad settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (steps == 0) {
            sum = ReferenceOptimizer.zerosLike(weights);
            sum.forEach(row -> Arrays.fill(row, settings.initialSum()));
        }
        double rate = settings.learningRate() / (1 + steps * settings.learningRateDecay());
        steps++;
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] s = sum.get(row);
            for (int index = 0; index < w.length; index++) {
                double g = gradients.get(row)[index] + settings.weightDecay() * w[index];
                s[index] += g * g;
                w[index] -= rate * g / (Math.sqrt(s[index]) + settings.epsilon());
            }
        }
    }
}
