package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.kernels.NormalDistribution;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Values and slopes against the formulas in double, the slopes by central differences.
class ActivationTest {

    private static final double STEP = 1e-4;
    private static final double SLOPE_TOLERANCE = 2e-6;

    @ParameterizedTest
    @EnumSource
    void valuesAreThoseOfTheFormula(Activation activation) {
        for (float x = -9.05f; x < 9; x += 0.1f) {
            double expected = formula(activation, x);
            assertThat((double) activation.apply(x)).as("x = %s", x)
                    .isCloseTo(expected, within(1e-6 * Math.max(Math.abs(expected), 0.01)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slopesMeetCentralDifferences(Activation activation) {
        for (float x = -9.05f; x < 9; x += 0.1f) { // never at a corner
            double difference = (formula(activation, x + STEP) - formula(activation, x - STEP)) / (2 * STEP);
            float y = activation.apply(x);
            assertThat((double) activation.slope(x, y)).as("x = %s", x)
                    .isCloseTo(difference, within(SLOPE_TOLERANCE * Math.max(Math.abs(difference), 1)));
            if (activation.slopeFromResult()) {
                assertThat(activation.slope(y)).isEqualTo(activation.slope(x, y));
            }
        }
    }

    /// The mistake that is made: one activation forward, the slope of another backward.
    @ParameterizedTest
    @EnumSource
    void differencesFindTheSlopeOfAnotherActivation(Activation activation) {
        for (Activation other : Activation.values()) {
            double worst = 0;
            for (float x = -9.05f; x < 9; x += 0.1f) {
                double difference = (formula(activation, x + STEP) - formula(activation, x - STEP)) / (2 * STEP);
                double slope = other.slope(x, other.apply(x));
                worst = Math.max(worst, Math.abs(slope - difference) / Math.max(Math.abs(difference), 1));
            }
            assertThat(worst > 100 * SLOPE_TOLERANCE).as("slope of %s", other).isEqualTo(other != activation);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNumberStaysNoNumber(Activation activation) {
        assertThat(activation.apply(Float.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void largeNumbersGiveNoNaN(Activation activation) {
        for (float x : new float[]{-1e38f, -1e6f, -100f, 100f, 1e6f, 1e38f}) {
            float y = activation.apply(x);
            assertThat(y).as("y of %s", x).isNotNaN();
            assertThat(activation.slope(x, y)).as("slope at %s", x).isNotNaN();
        }
    }

    @ParameterizedTest
    @CsvSource({"SILU", "GELU", "MISH"})
    void someSlopesCannotBeToldFromTheResult(Activation activation) {
        assertThat(activation.slopeFromResult()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> activation.slope(0.5f))
                .withMessageContaining(activation.label()).withMessageContaining("slope(x, y)");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Activation activation) {
        assertThat(Activation.named(activation.label())).isSameAs(activation);
    }

    @Test
    void namesWhatItKnowsWhenANameIsUnknown() {
        assertThat(Activation.named("swish")).isSameAs(Activation.SILU);
        assertThatIllegalArgumentException().isThrownBy(() -> Activation.named("hard_sigmod"))
                .withMessageContaining("did you mean 'hard_sigmoid'?").withMessageContaining("leaky_relu");
    }

    @ParameterizedTest
    @EnumSource
    void aDenseLayerTakesTheSlopeOfItsActivation(Activation activation) {
        Shape batch = Shape.vector(1).withBatch(1);
        Dense dense = new DenseSpec(1).withActivation(activation).build("0", batch.withoutBatch(),
                new RandomStreams(1));
        dense.weights().value()[0] = 1f;
        LayerPass pass = dense.newPass(batch, PassMode.TRAINING, Compute.shared());
        float y = pass.forward(Tensor.of(batch, 0.7f)).get(0, 0);
        pass.backward(Tensor.of(batch, 3f));
        assertThat(pass.inputGradient().get(0, 0)).isEqualTo(3f * activation.slope(0.7f, y));
        assertThat(dense.bias().gradient()[0]).isEqualTo(3f * activation.slope(0.7f, y));
    }

    @Test
    void aDensePassRefusesAGradientOfAnotherShape() {
        Shape batch = Shape.vector(2).withBatch(3);
        Dense dense = new DenseSpec(1).build("0", batch.withoutBatch(), new RandomStreams(1));
        LayerPass pass = dense.newPass(batch, PassMode.TRAINING, Compute.shared());
        pass.forward(Tensor.zeros(batch));
        assertThatThrownBy(() -> pass.backward(Tensor.zeros(batch))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the output gradient of layer \"0 dense\" has shape [batch 3, features 2]");
    }

    private static double formula(Activation activation, double x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0);
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> sigmoid(x);
            case HARD_SIGMOID -> Math.clamp(x + 3, 0, 6) / 6;
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case SOFTPLUS -> softplus(x);
            case ELU -> x < 0 ? StrictMath.expm1(x) : x;
            case SELU -> 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * StrictMath.expm1(x) : x);
            case EXPONENTIAL -> StrictMath.exp(x);
            case LEAKY_RELU -> x < 0 ? 0.2 * x : x;
            case RELU6 -> Math.clamp(x, 0, 6);
            case HARD_TANH -> Math.clamp(x, -1, 1);
            case SILU -> x * sigmoid(x);
            case GELU -> x * NormalDistribution.cumulative(x);
            case MISH -> x * StrictMath.tanh(softplus(x));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double softplus(double x) {
        return StrictMath.log1p(StrictMath.exp(x));
    }
}
