package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Sgd;

/// Stochastic gradient descent with momentum μ and learning rate η, as PyTorch does it:
///
/// ```
/// g = dw + λ·w        u = μ·u + (1 − dampening)·g, but u = g in the first step
/// w = w − η·u         with Nesterov's momentum: w = w − η·(g + μ·u)
/// ```
final class ReferenceSgd implements ReferenceOptimizer {

    private final Sgd settings;
    private List<double[]> velocity = List.of();

    ReferenceSgd(Sgd settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        double share = velocity.isEmpty() ? 1 : 1 - settings.dampening();
        if (velocity.isEmpty()) {
            velocity = ReferenceOptimizer.zerosLike(weights);
        }
        double momentum = settings.momentum();
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] u = velocity.get(row);
            for (int index = 0; index < w.length; index++) {
                double g = gradients.get(row)[index] + settings.weightDecay() * w[index];
                u[index] = momentum * u[index] + share * g;
                double direction = settings.nesterov() ? g + momentum * u[index] : u[index];
                w[index] -= settings.learningRate() * direction;
            }
        }
    }
}
