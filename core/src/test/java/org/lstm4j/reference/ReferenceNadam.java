package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.optim.Nadam;

/// Adam with Nesterov's momentum.
///
/// ```
/// μₜ = β₁·(1 − ½·0.96^(tψ))        Πₜ = μ₁·…·μₜ        g = dw + λ·w
/// m = β₁·m + (1 − β₁)·g        v = β₂·v + (1 − β₂)·g²
/// w = w − η · (μₜ₊₁·m / (1 − Πₜ₊₁) + (1 − μₜ)·g / (1 − Πₜ)) / (√(v / (1 − β₂ᵗ)) + ε)
/// ```
///
/// Source: Dozat 2016.
///
/// PyTorch before 2.0 had μₜ in Πₜ₊₁ twice (its pull request 92699) and computed both products in float32 even where all else was
/// double. A run of PyTorch 1.13 is followed only with both.
final class ReferenceNadam implements ReferenceOptimizer {

    private final Nadam settings;
    private final boolean asPyTorch1;
    private List<double[]> mean = List.of();
    private List<double[]> square = List.of();
    private int steps;
    private double product = 1;

    ReferenceNadam(Nadam settings) {
        this(settings, false);
    }

    private ReferenceNadam(Nadam settings, boolean asPyTorch1) {
        this.settings = settings;
        this.asPyTorch1 = asPyTorch1;
    }

    static ReferenceNadam asPyTorch1(Nadam settings) {
        return new ReferenceNadam(settings, true);
    }

    @Override
    public void step(List<double[]> weights, List<double[]> gradients) {
        if (steps == 0) {
            mean = ReferenceOptimizer.zerosLike(weights);
            square = ReferenceOptimizer.zerosLike(weights);
        }
        steps++;
        double now = momentum(steps);
        product = asPyTorch1 ? (float) product * (float) now : product * now;
        for (int row = 0; row < weights.size(); row++) {
            step(weights.get(row), gradients.get(row), mean.get(row), square.get(row));
        }
    }

    private void step(double[] w, double[] dw, double[] m, double[] v) {
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        double now = momentum(steps);
        double next = momentum(steps + 1);
        double nextProduct = asPyTorch1 ? (float) product * (float) now * (float) next : product * next;
        for (int index = 0; index < w.length; index++) {
            double g = dw[index] + settings.weightDecay() * w[index];
            m[index] = beta1 * m[index] + (1 - beta1) * g;
            v[index] = beta2 * v[index] + (1 - beta2) * g * g;
            double ahead = next * m[index] / (1 - nextProduct) + (1 - now) * g / (1 - product);
            double root = Math.sqrt(v[index] / (1 - StrictMath.pow(beta2, steps)));
            w[index] -= settings.learningRate() * ahead / (root + settings.epsilon());
        }
    }

    private double momentum(int step) {
        return settings.beta1() * (1 - 0.5 * StrictMath.pow(0.96, step * settings.momentumDecay()));
    }
}
