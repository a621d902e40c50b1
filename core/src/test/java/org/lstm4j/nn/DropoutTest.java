package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class DropoutTest {

    private static final Shape BATCH = Shape.vector(100).withBatch(100);
    private static final float RATE = 0.2f;

    private final Dropout dropout = new DropoutSpec(RATE).build("0", BATCH.withoutBatch(), new RandomStreams(1));
    private final LayerPass training = dropout.newPass(BATCH, PassMode.TRAINING, Compute.shared());

    @Test
    void dropsItsShareAndScalesTheRest() {
        float[] output = training.forward(filled(BATCH, 2f)).data();
        int dropped = 0;
        for (float value : output) {
            if (value == 0f) {
                dropped++;
            } else {
                assertThat(value).isEqualTo(2f / (1f - RATE));
            }
        }
        assertThat(dropped / 10_000.0).isCloseTo(RATE, within(0.015));
    }

    @Test
    void drawsAnewInEveryForward() {
        float[] first = training.forward(filled(BATCH, 1f)).copy().data();
        assertThat(training.forward(filled(BATCH, 1f)).data()).isNotEqualTo(first);
    }

    @Test
    void gradientsTakeTheWayOfTheLastForward() {
        float[] output = training.forward(filled(BATCH, 1f)).data();
        training.backward(filled(BATCH, 1f));
        assertThat(training.inputGradient().data()).isEqualTo(output);
    }

    @Test
    void isNotThereInInference() {
        Tensor input = filled(BATCH, 1f);
        assertThat(dropout.newPass(BATCH, PassMode.INFERENCE, Compute.shared()).forward(input)).isSameAs(input);
    }

    @Test
    void refusesAnotherShape() {
        Tensor other = filled(Shape.vector(100).withBatch(99), 1f);
        assertThatThrownBy(() -> training.forward(other)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the input of layer \"0 dropout\" has shape [batch 99, features 100]");
        assertThatThrownBy(() -> training.backward(other)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output gradient");
    }

    private static Tensor filled(Shape shape, float value) {
        Tensor tensor = Tensor.zeros(shape);
        Arrays.fill(tensor.data(), value);
        return tensor;
    }
}
