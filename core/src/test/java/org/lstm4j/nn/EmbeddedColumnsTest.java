package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.PredictionStream;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class EmbeddedColumnsTest {

    private static final Shape ROWS = Shape.sequence(2, 4);
    private static final EmbeddedColumnsSpec SPEC = EmbeddedColumnsSpec.of(
            new EmbeddingSpec(3, 2), new EmbeddingSpec(2, 1));

    private final EmbeddedColumns layer = SPEC.build("0", ROWS, new RandomStreams(1));

    @Test
    void handsNumbersThroughAndLooksCategoriesUp() {
        Tensor output = pass().forward(Tensor.of(ROWS.withBatch(1), 5, 6, 2, 0, 7, 8, 0, 1));
        float[] first = layer.parameters().get(0).value();
        float[] second = layer.parameters().get(1).value();
        assertThat(output.shape()).hasToString("[batch 1, steps 2, features 5]");
        assertThat(output.data()).containsExactly(5, 6, first[4], first[5], second[0], 7, 8, first[0], first[1],
                second[1]);
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("0.0.weight", "0.1.weight");
    }

    @Test
    void addsGradientsToTheRowsThatWereLookedUp() {
        LayerPass pass = pass();
        pass.forward(Tensor.of(ROWS.withBatch(1), 5, 6, 2, 0, 7, 8, 2, 1));
        pass.backward(Tensor.of(Shape.sequence(2, 5).withBatch(1), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(layer.parameters().get(0).gradient()).containsExactly(0, 0, 0, 0, 11, 13);
        assertThat(layer.parameters().get(1).gradient()).containsExactly(5, 10);
        assertThat(pass.inputGradient().data()).containsExactly(1, 2, 0, 0, 6, 7, 0, 0);
    }

    @Test
    void aStreamSaysWhatTheWholeSequenceSays() {
        Sequential network = Sequential.input(ROWS).add(SPEC).add(new LstmSpec(3).withReturnSequences(true)).build(3);
        Predictor predictor = Predictor.of(network);
        Tensor whole = predictor.predict(Tensor.of(ROWS, 5, 6, 2, 0, 7, 8, 0, 1));
        PredictionStream stream = predictor.newStream(1);
        stream.step(Tensor.of(Shape.vector(4).withBatch(1), 5, 6, 2, 0));
        float[] last = stream.step(Tensor.of(Shape.vector(4).withBatch(1), 7, 8, 0, 1)).data();
        assertThat(last).containsExactly(whole.data()[3], whole.data()[4], whole.data()[5]);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1f, 3f, 1.5f, Float.NaN})
    void namesTheNumberThatIsNoRow(float value) {
        Tensor input = Tensor.of(ROWS.withBatch(1), 5, 6, 2, 0, 7, 8, value, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> pass().forward(input))
                .withMessage("the input of layer \"0 embedded_columns\" is " + value
                        + " in row 1, column 2 (counted from 0), but must be a whole number from 0 to 2; number the"
                        + " categories from 0, or build the layer with a larger vocabulary");
    }

    @Test
    void refusesOtherColumns() {
        assertThatIllegalArgumentException().isThrownBy(() -> layer.outputShape(Shape.sequence(2, 5)))
                .withMessageContaining("was built for 4 features, but the input has [steps 2, features 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPEC.build("0", Shape.sequence(2, 1), new RandomStreams(1)))
                .withMessageContaining("has 2 tables, one for each of the last columns")
                .withMessageContaining("[steps 2, features 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddedColumnsSpec(List.of()))
                .withMessageContaining("at least one table");
    }

    private LayerPass pass() {
        return layer.newPass(ROWS.withBatch(1), PassMode.TRAINING, Compute.shared());
    }
}
