package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

class CenteredRmsPropTest {

    /// The variance of a gradient that stays the same is 0, and rounding takes it below.
    @Test
    void aConstantGradientGivesNoNaN() {
        Parameter parameter = new Parameter("w", Shape.vector(64));
        Optimizer optimizer = new RmsProp(0.001).withDecay(0.5).withCentering().withEpsilon(1e-3)
                .create(List.of(parameter));
        for (int index = 0; index < 64; index++) {
            parameter.gradient()[index] = 0.1f + 0.01f * index;
        }
        for (int step = 0; step < 100; step++) {
            optimizer.step();
        }
        for (float value : parameter.value()) {
            assertThat(value).isFinite().isNegative();
        }
    }
}
