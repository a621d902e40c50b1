package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

class LearningRateTest {

    static Stream<OptimizerSpec> specs() {
        return Stream.of(new Sgd(0.1), new Adam(0.1), new Adamax(0.1), new Lion(0.1));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void takesEffectFromTheNextStep(OptimizerSpec spec) {
        Parameter parameter = new Parameter("w", Shape.vector(1));
        Optimizer optimizer = spec.create(List.of(parameter));
        parameter.gradient()[0] = 1f;
        assertThat(optimizer.learningRate()).isEqualTo(0.1);

        optimizer.step();
        assertThat(parameter.value()[0]).isCloseTo(-0.1f, org.assertj.core.data.Offset.offset(1e-6f));
        optimizer.setLearningRate(0.01);
        optimizer.step();

        assertThat(optimizer.learningRate()).isEqualTo(0.01);
        assertThat(parameter.value()[0]).isCloseTo(-0.11f, org.assertj.core.data.Offset.offset(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("org.lstm4j.optim.EveryOptimizer#specs")
    void refusesWhatIsNoLearningRate(OptimizerSpec spec) {
        Optimizer optimizer = spec.create(List.of(new Parameter("w", Shape.vector(1))));
        for (double wrong : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> optimizer.setLearningRate(wrong))
                    .withMessageContaining("learning rate").withMessageContaining(String.valueOf(wrong));
        }
    }
}
