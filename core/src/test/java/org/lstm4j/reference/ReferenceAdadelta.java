package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Adadelta;

/// Adadelta, with averages E of squares:
///
/// ```
/// E[g²] = ρ·E[g²] + (1 − ρ)·g²        Δ = −√(E[Δ²] + ε) / √(E[g²] + ε) · g
/// E[Δ²] = ρ·E[Δ²] + (1 − ρ)·Δ²        w = w + η·Δ
/// ```
///
/// Source: Zeiler 2012, algorithm 1, where η is 1.
final class ReferenceAdadelta implements ReferenceOptimizer {

    private final Adadelta settings;
    private List<double[]> squaredGradient = List.of();
    private List<double[]> squaredStep = List.of();

    ReferenceAdadelta(Adadelta settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (squaredStep.isEmpty()) {
            squaredGradient = ReferenceOptimizer.zerosLike(weights);
            squaredStep = ReferenceOptimizer.zerosLike(weights);
        }
        for (int row = 0; row < weights.size(); row++) {
            step(weights.get(row), gradients.get(row), squaredGradient.get(row), squaredStep.get(row));
        }
    }

    private void step(double[] w, double[] dw, double[] gradients, double[] steps) {
        double rho = settings.decay();
        for (int index = 0; index < w.length; index++) {
            double g = dw[index] + settings.weightDecay() * w[index];
            gradients[index] = rho * gradients[index] + (1 - rho) * g * g;
            double step = -rootOf(steps[index]) / rootOf(gradients[index]) * g;
            steps[index] = rho * steps[index] + (1 - rho) * step * step;
            w[index] += settings.learningRate() * step;
        }
    }

    private double rootOf(double average) {
        return Math.sqrt(average + settings.epsilon());
    }
}
