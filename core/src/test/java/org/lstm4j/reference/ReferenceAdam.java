package org.lstm4j.reference;

import java.util.List;

/// Adam: running averages m of the gradient and v of its square, both corrected for having started at zero.
///
/// ```
/// m = β₁·m + (1 − β₁)·dw        v = β₂·v + (1 − β₂)·dw²
/// w = w − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
/// ```
///
/// Source: Kingma and Ba 2015, algorithm 1.
final class ReferenceAdam implements ReferenceOptimizer {

    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;

    private final double learningRate;
    private final double epsilon;
    private List<double[]> mean = List.of();
    private List<double[]> square = List.of();
    private int steps;

    ReferenceAdam(double learningRate, double epsilon) {
        this.learningRate = learningRate;
        this.epsilon = epsilon;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (steps == 0) {
            mean = ReferenceOptimizer.zerosLike(weights);
            square = ReferenceOptimizer.zerosLike(weights);
        }
        steps++;
        double meanCorrection = 1 - StrictMath.pow(BETA_1, steps);
        double squareCorrection = 1 - StrictMath.pow(BETA_2, steps);
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] dw = gradients.get(row);
            double[] m = mean.get(row);
            double[] v = square.get(row);
            for (int index = 0; index < w.length; index++) {
                m[index] = BETA_1 * m[index] + (1 - BETA_1) * dw[index];
                v[index] = BETA_2 * v[index] + (1 - BETA_2) * dw[index] * dw[index];
                double step = m[index] / meanCorrection / (Math.sqrt(v[index] / squareCorrection) + epsilon);
                w[index] -= learningRate * step;
            }
        }
    }
}
