package org.lstm4j.reference;

import java.util.List;

/// Stochastic gradient descent with momentum μ and learning rate η, as PyTorch does it: u = μ·u + dw, w = w − η·u.
final class ReferenceSgd implements ReferenceOptimizer {

    private final double learningRate;
    private final double momentum;
    private List<double[]> velocity = List.of();

    ReferenceSgd(double learningRate, double momentum) {
        this.learningRate = learningRate;
        this.momentum = momentum;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (velocity.isEmpty()) {
            velocity = ReferenceOptimizer.zerosLike(weights);
        }
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] dw = gradients.get(row);
            double[] u = velocity.get(row);
            for (int index = 0; index < w.length; index++) {
                u[index] = momentum * u[index] + dw[index];
                w[index] -= learningRate * u[index];
            }
        }
    }
}
