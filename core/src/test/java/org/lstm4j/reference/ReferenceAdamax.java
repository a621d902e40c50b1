package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Adamax;

/// Adamax: m = β₁·m + (1 − β₁)·g, u = max(β₂·u, |g| + ε), w = w − η / (1 − β₁ᵗ) · m / u, with g = dw + λ·w.
///
/// Source: Kingma and Ba 2015, algorithm 2, with PyTorch's ε.
final class ReferenceAdamax implements ReferenceOptimizer {

    private final Adamax settings;
    private List<double[]> mean = List.of();
    private List<double[]> largest = List.of();
    private int steps;

    ReferenceAdamax(Adamax settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (steps == 0) {
            mean = ReferenceOptimizer.zerosLike(weights);
            largest = ReferenceOptimizer.zerosLike(weights);
        }
        steps++;
        double beta1 = settings.beta1();
        double rate = settings.learningRate() / (1 - StrictMath.pow(beta1, steps));
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] m = mean.get(row);
            double[] u = largest.get(row);
            for (int index = 0; index < w.length; index++) {
                double g = gradients.get(row)[index] + settings.weightDecay() * w[index];
                m[index] = beta1 * m[index] + (1 - beta1) * g;
                u[index] = Math.max(settings.beta2() * u[index], Math.abs(g) + settings.epsilon());
                w[index] -= rate * m[index] / u[index];
            }
        }
    }
}
