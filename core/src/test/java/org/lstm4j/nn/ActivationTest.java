package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class ActivationTest {

    private static final float STEP = 1f / 128;

    @ParameterizedTest
    @EnumSource
    void slopesMeetCentralDifferences(Activation activation) {
        for (float x = -3.05f; x < 3; x += 0.1f) { // never at the corner of relu
            float difference = (activation.apply(x + STEP) - activation.apply(x - STEP)) / (2 * STEP);
            assertThat(activation.slope(activation.apply(x))).as("x = %s", x).isCloseTo(difference, within(1e-4f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNumberStaysNoNumber(Activation activation) {
        assertThat(activation.apply(Float.NaN)).isNaN();
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
        assertThat(pass.inputGradient().get(0, 0)).isEqualTo(3f * activation.slope(y));
        assertThat(dense.bias().gradient()[0]).isEqualTo(3f * activation.slope(y));
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
}
