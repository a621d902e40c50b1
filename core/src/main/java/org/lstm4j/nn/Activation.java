package org.lstm4j.nn;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.Suggestion;
import org.lstm4j.kernels.Activations;
import org.lstm4j.kernels.NormalDistribution;

/// What a layer does to each of its sums, one by one. (Softmax, which looks at all of them, is a layer of its own: [SoftmaxSpec].)
///
/// | constant | name | y of x | dy/dx |
/// |---|---|---|---|
/// | LINEAR | `linear` | x | 1 |
/// | RELU | `relu` | max(x, 0) | 1 where y > 0, else 0 |
/// | TANH | `tanh` | tanh(x) | 1 − y² |
/// | SIGMOID | `sigmoid` | σ(x) = 1 / (1 + e⁻ˣ) | y·(1 − y) |
/// | HARD_SIGMOID | `hard_sigmoid` | min(max(x + 3, 0), 6) / 6, as Keras 3 and PyTorch | 1/6 where 0 < y < 1, else 0 |
/// | SOFTSIGN | `softsign` | x / (1 + |x|) | (1 − |y|)² |
/// | SOFTPLUS | `softplus` | ln(1 + eˣ) | σ(x) = 1 − e⁻ʸ |
/// | ELU | `elu` | x, below 0 eˣ − 1 | 1, below 0 y + 1 |
/// | SELU | `selu` | λ·x, below 0 λ·α·(eˣ − 1); λ = 1.0507, α = 1.6733 | λ, below 0 y + λ·α |
/// | EXPONENTIAL | `exponential` | eˣ | y |
/// | LEAKY_RELU | `leaky_relu` | x, below 0 0.2·x, as Keras 3; PyTorch's default is 0.01 | 1, below 0 0.2 |
/// | RELU6 | `relu6` | min(max(x, 0), 6) | 1 where 0 < y < 6, else 0 |
/// | HARD_TANH | `hard_tanh` | min(max(x, −1), 1) | 1 where −1 < y < 1, else 0 |
/// | SILU | `silu`, also `swish` | x·σ(x) | σ(x) + y·(1 − σ(x)) |
/// | GELU | `gelu` | x·Φ(x) with the normal distribution Φ, exact, not the tanh form | Φ(x) + x·φ(x) |
/// | MISH | `mish` | x·tanh(ln(1 + eˣ)) | t + x·(1 − t²)·σ(x), t = tanh(ln(1 + eˣ)) |
///
/// NaN gives NaN. Sources: Clevert et al., Fast and accurate deep network learning by exponential linear units, 2015 (elu);
/// Klambauer et al., Self-normalizing neural networks, 2017 (selu); Hendrycks and Gimpel, Gaussian error linear units, 2016
/// (gelu); Elfwing et al., Sigmoid-weighted linear units, 2017 (silu); Misra, Mish, 2019.
public enum Activation {
    LINEAR("linear"), RELU("relu"), TANH("tanh"), SIGMOID("sigmoid"), HARD_SIGMOID("hard_sigmoid"), SOFTSIGN(
            "softsign"), SOFTPLUS("softplus"), ELU("elu"), SELU("selu"), EXPONENTIAL("exponential"), LEAKY_RELU(
                    "leaky_relu"), RELU6("relu6"), HARD_TANH("hard_tanh"), SILU("silu"), GELU("gelu"), MISH("mish");

    private static final float LEAK = 0.2f;
    private static final float SELU_SCALE = 1.050701f;
    /// λ·α
    private static final float SELU_BELOW = 1.7580993f;

    private final String label;

    Activation(String label) {
        this.label = label;
    }

    /// Its name in settings and model files, as Keras has it; never changes.
    public String label() {
        return label;
    }

    /// The activation of that name: a [#label], or `swish` for silu.
    ///
    /// @throws IllegalArgumentException when there is none; the message lists all
    public static Activation named(String label) {
        String known = label.equals("swish") ? SILU.label : label;
        for (Activation activation : values()) {
            if (activation.label.equals(known)) {
                return activation;
            }
        }
        List<String> labels = Arrays.stream(values()).map(Activation::label).toList();
        throw new IllegalArgumentException("unknown activation '" + label + "'; " + Suggestion.text(label, labels)
                + "known are " + labels + ", and softmax as a layer of its own");
    }

    /// y of x.
    public float apply(float x) {
        return switch (this) {
            case LINEAR -> x;
            case RELU -> x < 0f ? 0f : x; // comparisons, not max: NaN stays NaN
            case TANH -> Activations.tanh(x);
            case SIGMOID -> Activations.sigmoid(x);
            case HARD_SIGMOID -> between(0f, x + 3f, 6f) / 6f;
            case SOFTSIGN -> softsign(x);
            case SOFTPLUS -> softplus(x);
            case ELU -> x < 0f ? Activations.expm1(x) : x;
            case SELU -> x < 0f ? SELU_BELOW * Activations.expm1(x) : SELU_SCALE * x;
            case EXPONENTIAL -> Activations.exp(x);
            case LEAKY_RELU -> x < 0f ? LEAK * x : x;
            case RELU6 -> between(0f, x, 6f);
            case HARD_TANH -> between(-1f, x, 1f);
            case SILU -> x / (1f + Activations.exp(-x)); // the sigmoid would not reach 0
            case GELU -> (float) (x * NormalDistribution.cumulative(x));
            case MISH -> x * Activations.tanh(softplus(x));
        };
    }

    /// Whether the slope can be told from the result y alone, so that a layer need not keep x. Recurrent layers ask for this.
    public boolean slopeFromResult() {
        return switch (this) {
            case LINEAR, RELU, TANH, SIGMOID, HARD_SIGMOID, SOFTSIGN, SOFTPLUS, ELU, SELU, EXPONENTIAL, LEAKY_RELU,
                    RELU6, HARD_TANH ->
                true;
            case SILU, GELU, MISH -> false;
        };
    }

    /// dy/dx, told from the result y.
    ///
    /// @throws IllegalArgumentException when it cannot be: see [#slopeFromResult]
    public float slope(float y) {
        return switch (this) {
            case LINEAR -> 1f;
            case RELU -> y > 0f ? 1f : 0f;
            case TANH -> Math.fma(-y, y, 1f);
            case SIGMOID -> y * (1f - y);
            case HARD_SIGMOID -> y > 0f && y < 1f ? 1f / 6f : 0f;
            case SOFTSIGN -> (1f - Math.abs(y)) * (1f - Math.abs(y));
            case SOFTPLUS -> -Activations.expm1(-y);
            case ELU -> y < 0f ? y + 1f : 1f;
            case SELU -> y < 0f ? y + SELU_BELOW : SELU_SCALE;
            case EXPONENTIAL -> y;
            case LEAKY_RELU -> y < 0f ? LEAK : 1f;
            case RELU6 -> y > 0f && y < 6f ? 1f : 0f;
            case HARD_TANH -> y > -1f && y < 1f ? 1f : 0f;
            case SILU, GELU, MISH -> throw new IllegalArgumentException(
                    "the slope of " + label + " cannot be told from its result; call slope(x, y)");
        };
    }

    /// dy/dx at x, where y = [#apply] of x.
    public float slope(float x, float y) {
        return switch (this) {
            case SILU -> siluSlope(Activations.sigmoid(x), y);
            case GELU -> (float) (NormalDistribution.cumulative(x) + x * NormalDistribution.density(x));
            case MISH -> mishSlope(x);
            case LINEAR, RELU, TANH, SIGMOID, HARD_SIGMOID, SOFTSIGN, SOFTPLUS, ELU, SELU, EXPONENTIAL, LEAKY_RELU,
                    RELU6, HARD_TANH ->
                slope(y);
        };
    }

    private static float between(float least, float x, float most) {
        float notBelow = x < least ? least : x;
        return notBelow > most ? most : notBelow;
    }

    private static float softsign(float x) {
        float size = Math.abs(x);
        return size > Float.MAX_VALUE ? Math.signum(x) : x / (1f + size);
    }

    /// Split at 0, so that neither end overflows; double for its logarithm alone.
    private static float softplus(float x) {
        double fading = Activations.exp(-Math.abs(x));
        return (float) (StrictMath.log1p(fading) + (x < 0f ? 0 : x));
    }

    private static float siluSlope(float sigmoid, float y) {
        return sigmoid + y * (1f - sigmoid);
    }

    private static float mishSlope(float x) {
        float tanh = Activations.tanh(softplus(x));
        return tanh + x * Math.fma(-tanh, tanh, 1f) * Activations.sigmoid(x);
    }
}
