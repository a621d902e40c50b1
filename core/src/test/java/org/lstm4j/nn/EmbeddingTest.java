package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class EmbeddingTest {

    private static final Shape STEPS = Shape.of(Axis.steps(3));

    private final Embedding layer = new EmbeddingSpec(5, 2).build("0", STEPS, new RandomStreams(1));

    @Test
    void looksUpRowsOfItsTable() {
        Tensor output = pass(2).forward(Tensor.of(STEPS.withBatch(2), 4, 0, 4, 1, 2, 3));
        assertThat(output.shape()).hasToString("[batch 2, steps 3, units 2]");
        float[] table = layer.table().value();
        assertThat(output.data()).containsExactly(table[8], table[9], table[0], table[1], table[8], table[9], table[2],
                table[3], table[4], table[5], table[6], table[7]);
        assertThat(table).doesNotContain(0f);
    }

    @Test
    void addsGradientsToTheRowsThatWereLookedUp() {
        LayerPass pass = pass(1);
        pass.forward(Tensor.of(STEPS.withBatch(1), 4, 0, 4));
        pass.backward(Tensor.of(Shape.sequence(3, 2).withBatch(1), 1, 2, 3, 4, 5, 6));
        assertThat(layer.table().gradient()).containsExactly(3, 4, 0, 0, 0, 0, 0, 0, 6, 8);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1f, 5f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, 3e9f})
    void namesTheNumberThatIsNoRow(float value) {
        Tensor input = Tensor.of(STEPS.withBatch(2), 0, 0, 0, 0, 0, value);
        assertThatIllegalArgumentException().isThrownBy(() -> pass(2).forward(input))
                .withMessageContaining("layer \"0 embedding\" is " + value + " at sample 1, step 2")
                .withMessageContaining("from 0 to 4").withMessageContaining("larger vocabulary");
    }

    @Test
    void takesOneNumberAStep() {
        assertThat(layer.outputShape(Shape.sequence(7, 1))).hasToString("[steps 7, units 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> layer.outputShape(Shape.sequence(7, 2)))
                .withMessageContaining("[steps 7, features 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddingSpec(5, 2).build("0", Shape.sequence(7, 2), new RandomStreams(1)));
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingSpec(0, 2))
                .withMessageContaining("16777216");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingSpec(16_777_217, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingSpec(5, 0)).withMessageContaining("units");
    }

    private LayerPass pass(int batch) {
        return layer.newPass(STEPS.withBatch(batch), PassMode.TRAINING_ON_DATA, Compute.shared());
    }
}
