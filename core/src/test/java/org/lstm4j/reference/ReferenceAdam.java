package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AdamW;

/// Adam: running averages m of the gradient and v of its square, both corrected for having started at zero.
///
/// ```
/// w = w − η·λ′·w      (AdamW)        g = dw + λ·w      (Adam)
/// m = β₁·m + (1 − β₁)·g        v = β₂·v + (1 − β₂)·g²
/// w = w − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)        with AMSGrad: the largest v so far
/// ```
///
/// Sources: Kingma and Ba 2015, algorithm 1; Reddi and others 2018, algorithm 2; Loshchilov and Hutter 2019, algorithm 2.
final class ReferenceAdam implements ReferenceOptimizer {

    private final Adam settings;
    private final double decoupledDecay;
    private List<double[]> mean = List.of();
    private List<double[]> square = List.of();
    private List<double[]> largest = List.of();
    private int steps;

    ReferenceAdam(Adam settings) {
        this(settings, 0);
    }

    ReferenceAdam(AdamW settings) {
        this(new Adam(settings.learningRate(), settings.beta1(), settings.beta2(), settings.epsilon(), 0,
                settings.amsgrad()), settings.weightDecay());
    }

    private ReferenceAdam(Adam settings, double decoupledDecay) {
        this.settings = settings;
        this.decoupledDecay = decoupledDecay;
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (steps == 0) {
            mean = ReferenceOptimizer.zerosLike(weights);
            square = ReferenceOptimizer.zerosLike(weights);
            largest = ReferenceOptimizer.zerosLike(weights);
        }
        steps++;
        for (int row = 0; row < weights.size(); row++) {
            step(weights.get(row), gradients.get(row), mean.get(row), square.get(row), largest.get(row));
        }
    }

    private void step(double[] w, double[] dw, double[] m, double[] v, double[] most) {
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        double meanCorrection = 1 - StrictMath.pow(beta1, steps);
        double squareCorrection = 1 - StrictMath.pow(beta2, steps);
        for (int index = 0; index < w.length; index++) {
            w[index] -= settings.learningRate() * decoupledDecay * w[index];
            double g = dw[index] + settings.weightDecay() * w[index];
            m[index] = beta1 * m[index] + (1 - beta1) * g;
            v[index] = beta2 * v[index] + (1 - beta2) * g * g;
            most[index] = settings.amsgrad() ? Math.max(most[index], v[index]) : v[index];
            double root = Math.sqrt(most[index] / squareCorrection);
            w[index] -= settings.learningRate() * m[index] / meanCorrection / (root + settings.epsilon());
        }
    }
}
