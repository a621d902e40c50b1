package org.lstm4j.optim;

/// What is the same for all weights in a step of [Nadam]; the product of all μ is carried on.
final class NadamStep {

    private static final double MOMENTUM_BASE = 0.96;

    final float beta1;
    final float beta2;
    final float oneMinusBeta1;
    final float oneMinusBeta2;
    final float epsilon;

    /// lr·(1 − μₜ) / (1 − μ₁⋯μₜ): what the gradient counts.
    float slopeSize;

    /// lr·μₜ₊₁ / (1 − μ₁⋯μₜ₊₁): what the average gradient counts.
    float meanSize;

    /// 1 / √(1 − β2ᵗ).
    float squareScale;

    private final Nadam spec;
    private final RunningNumber steps;
    private final RunningNumber beta2Power;
    private final RunningNumber momentumProduct;

    NadamStep(Nadam spec, Memory memory) {
        this.spec = spec;
        beta1 = (float) spec.beta1();
        beta2 = (float) spec.beta2();
        oneMinusBeta1 = (float) (1 - spec.beta1());
        oneMinusBeta2 = (float) (1 - spec.beta2());
        epsilon = (float) spec.epsilon();
        steps = memory.number("steps", 0);
        beta2Power = memory.number("beta2_power", 1);
        momentumProduct = memory.number("momentum_product", 1);
    }

    void begin(double rate) {
        double step = steps.increment();
        double momentum = momentum(step);
        double nextMomentum = momentum(step + 1);
        double product = momentumProduct.multiply(momentum);
        slopeSize = (float) (rate * (1 - momentum) / (1 - product));
        meanSize = (float) (rate * nextMomentum / (1 - product * nextMomentum));
        squareScale = (float) (1 / Math.sqrt(1 - beta2Power.multiply(spec.beta2())));
    }

    /// μₜ.
    private double momentum(double step) {
        return spec.beta1() * (1 - 0.5 * StrictMath.pow(MOMENTUM_BASE, step * spec.momentumDecay()));
    }
}
