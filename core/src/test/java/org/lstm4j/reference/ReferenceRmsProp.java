package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.RmsProp;

/// RMSprop with momentum, centered or not.
///
/// ```
/// g = dw + λ·w        s = α·s + (1 − α)·g²        a = α·a + (1 − α)·g
/// u = μ·u + g / (√s + ε)        w = w − η·u        centered: √(s − a²)
/// ```
///
/// Sources: Hinton's lecture 6e of 2012; Graves 2013.
final class ReferenceRmsProp implements ReferenceOptimizer {

    private final RmsProp settings;
    private List<double[]> mean = List.of();
    private List<double[]> square = List.of();
    private List<double[]> velocity = List.of();

    ReferenceRmsProp(RmsProp settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (square.isEmpty()) {
            mean = ReferenceOptimizer.zerosLike(weights);
            square = ReferenceOptimizer.zerosLike(weights);
            velocity = ReferenceOptimizer.zerosLike(weights);
        }
        for (int row = 0; row < weights.size(); row++) {
            step(weights.get(row), gradients.get(row), mean.get(row), square.get(row), velocity.get(row));
        }
    }

    private void step(double[] w, double[] dw, double[] a, double[] s, double[] u) {
        double alpha = settings.decay();
        for (int index = 0; index < w.length; index++) {
            double g = dw[index] + settings.weightDecay() * w[index];
            s[index] = alpha * s[index] + (1 - alpha) * g * g;
            a[index] = alpha * a[index] + (1 - alpha) * g;
            double root = Math.sqrt(settings.centered() ? s[index] - a[index] * a[index] : s[index]);
            u[index] = settings.momentum() * u[index] + g / (root + settings.epsilon());
            w[index] -= settings.learningRate() * u[index];
        }
    }
}
