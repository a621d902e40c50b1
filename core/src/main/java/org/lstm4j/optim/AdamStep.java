package org.lstm4j.optim;

/// What is the same for all weights in a step of Adam and its kin. The powers of the decays are kept as running products, so
/// no pow is needed.
final class AdamStep {

    final float beta1;
    final float beta2;
    final float oneMinusBeta1;
    final float oneMinusBeta2;
    final float epsilon;

    /// lr / (1 − β1ᵗ).
    float size;

    /// 1 / √(1 − β2ᵗ).
    float squareScale;

    /// What is left of a weight after decoupled decay: 1 − lr·λ. It is exactly 1 without, and changes no bit then.
    float kept;

    private final Adam spec;
    private final double decoupledDecay;
    private final RunningNumber beta1Power;
    private final RunningNumber beta2Power;

    /// @param decoupledDecay λ of AdamW, 0 for none
    AdamStep(Adam spec, double decoupledDecay, Memory memory) {
        this.spec = spec;
        this.decoupledDecay = decoupledDecay;
        beta1 = (float) spec.beta1();
        beta2 = (float) spec.beta2();
        oneMinusBeta1 = (float) (1 - spec.beta1());
        oneMinusBeta2 = (float) (1 - spec.beta2());
        epsilon = (float) spec.epsilon();
        beta1Power = memory.number("beta1_power", 1);
        beta2Power = memory.number("beta2_power", 1);
    }

    void begin(double rate) {
        size = (float) (rate / (1 - beta1Power.multiply(spec.beta1())));
        squareScale = (float) (1 / Math.sqrt(1 - beta2Power.multiply(spec.beta2())));
        kept = (float) (1 - rate * decoupledDecay);
    }
}
