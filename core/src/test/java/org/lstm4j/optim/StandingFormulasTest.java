package org.lstm4j.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

/// The bytes of a trained model are a promise: with default settings these optimizers do exactly these operations, in this
/// order. Compared bit by bit, over lengths with and without a rest for SIMD.
class StandingFormulasTest {

    private static final int STEPS = 30;
    private static final int LENGTH = 1003;

    private final Parameter parameter = new Parameter("w", Shape.vector(LENGTH));
    private final float[] expected = new float[LENGTH];
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void sgdWithMomentum() {
        Optimizer optimizer = new Sgd(0.05, 0.9).create(List.of(parameter));
        float[] velocity = new float[LENGTH];
        for (int step = 0; step < STEPS; step++) {
            drawGradient();
            for (int index = 0; index < LENGTH; index++) {
                velocity[index] = Math.fma(0.9f, velocity[index], parameter.gradient()[index]);
                expected[index] = Math.fma(-0.05f, velocity[index], expected[index]);
            }
            optimizer.step();
        }
        assertThat(parameter.value()).isEqualTo(expected);
    }

    @Test
    void adam() {
        Optimizer optimizer = new Adam(0.001).create(List.of(parameter));
        float[] mean = new float[LENGTH];
        float[] square = new float[LENGTH];
        double beta1Power = 1;
        double beta2Power = 1;
        for (int step = 0; step < STEPS; step++) {
            drawGradient();
            beta1Power *= 0.9;
            beta2Power *= 0.999;
            float size = (float) (0.001 / (1 - beta1Power));
            float scale = (float) (1 / Math.sqrt(1 - beta2Power));
            for (int index = 0; index < LENGTH; index++) {
                float g = parameter.gradient()[index];
                mean[index] = Math.fma(0.9f, mean[index], (float) (1 - 0.9) * g);
                square[index] = Math.fma(0.999f, square[index], (float) (1 - 0.999) * g * g);
                expected[index] -= size * mean[index] / Math.fma((float) Math.sqrt(square[index]), scale, 1e-8f);
            }
            optimizer.step();
        }
        assertThat(parameter.value()).isEqualTo(expected);
    }

    private void drawGradient() {
        for (int index = 0; index < LENGTH; index++) {
            parameter.gradient()[index] = (float) (random.nextDouble() - 0.5);
        }
    }
}
