package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

class OptimizersTest {

    @Test
    void namesAreStable() {
        assertThat(Optimizers.names()).containsExactly(
                "sgd", "adam", "adamw", "nadam", "adamax", "rmsprop", "adagrad", "adadelta", "lion");
    }

    @Test
    void knowsEveryOptimizer() {
        List<String> all = EveryOptimizer.specs().map(OptimizerSpec::name).distinct().toList();
        assertThat(Optimizers.names()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void givesAnOptimizerByName() {
        for (String name : Optimizers.names()) {
            assertThat(Optimizers.named(name).name()).isEqualTo(name);
        }
        assertThat(Optimizers.named("adam")).isEqualTo(new Adam(0.001));
        assertThat(Optimizers.named("sgd", 0.5)).isEqualTo(new Sgd(0.5, 0.9));
        assertThat(Optimizers.named("adamw", 0.5)).isEqualTo(new AdamW(0.5, 0.01));
    }

    @Test
    void namesAllItKnowsWhenAskedForAnother() {
        assertThatIllegalArgumentException().isThrownBy(() -> Optimizers.named("adma")).withMessage(
                "there is no optimizer 'adma': did you mean 'adam'? known are sgd, adam, adamw, nadam, adamax, rmsprop, "
                        + "adagrad, adadelta, lion");
        assertThatIllegalArgumentException().isThrownBy(() -> Optimizers.named("adam", -1))
                .withMessageContaining("learning rate").withMessageContaining("-1");
    }

    @ParameterizedTest
    @MethodSource("org.lstm4j.optim.EveryOptimizer#specs")
    void anotherRateLeavesTheOtherSettings(OptimizerSpec spec) {
        OptimizerSpec other = spec.withLearningRate(0.5);
        assertThat(other.learningRate()).isEqualTo(0.5);
        assertThat(other).isNotEqualTo(spec);
        assertThat(other.withLearningRate(spec.learningRate())).isEqualTo(spec);
    }

    /// The valley f(w) = ½·Σ aᵢ·(wᵢ − 1)², steep and flat.
    @ParameterizedTest
    @MethodSource("org.lstm4j.optim.EveryOptimizer#specs")
    void goesDownhill(OptimizerSpec spec) {
        Parameter parameter = new Parameter("w", Shape.vector(3));
        Optimizer optimizer = spec.create(List.of(parameter));
        float[] steepness = {3f, 1f, 0.3f};
        double before = height(parameter.value(), steepness);
        for (int step = 0; step < 60; step++) {
            for (int index = 0; index < steepness.length; index++) {
                parameter.gradient()[index] = steepness[index] * (parameter.value()[index] - 1);
            }
            optimizer.step();
        }
        assertThat(height(parameter.value(), steepness)).isLessThan(before);
    }

    private static double height(float[] value, float[] steepness) {
        double height = 0;
        for (int index = 0; index < value.length; index++) {
            height += 0.5 * steepness[index] * (value[index] - 1) * (value[index] - 1);
        }
        return height;
    }
}
