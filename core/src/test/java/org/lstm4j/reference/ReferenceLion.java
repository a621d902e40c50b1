package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Lion;

/// Lion: w = w − η·(sign(β₁·m + (1 − β₁)·dw) + λ·w), then m = β₂·m + (1 − β₂)·dw.
///
/// Source: Chen and others 2023, program 1.
final class ReferenceLion implements ReferenceOptimizer {

    private final Lion settings;
    private List<double[]> mean = List.of();

    ReferenceLion(Lion settings) {
        this.settings = settings;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (mean.isEmpty()) {
            mean = ReferenceOptimizer.zerosLike(weights);
        }
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        for (int row = 0; row < weights.size(); row++) {
            double[] w = weights.get(row);
            double[] dw = gradients.get(row);
            double[] m = mean.get(row);
            for (int index = 0; index < w.length; index++) {
                double direction = Math.signum(beta1 * m[index] + (1 - beta1) * dw[index]);
                w[index] -= settings.learningRate() * (direction + settings.weightDecay() * w[index]);
                m[index] = beta2 * m[index] + (1 - beta2) * dw[index];
            }
        }
    }
}
