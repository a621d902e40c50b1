package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// One sample without a batch axis, asked of a predictor and of a model.
class OneSampleTest {

    private static final Tensor SAMPLE = Tensor.of(Shape.sequence(3, 2), 0.1f, 0.2f, 0.3f, -0.4f, 0.5f, 0.6f);
    private static final Tensor BATCH = SAMPLE.reshape(SAMPLE.shape().withBatch(1));

    private static Model model(boolean everyStep) {
        Sequential network = Sequential.input(Shape.sequence(4, 2)).add(new LstmSpec(5).withReturnSequences(everyStep))
                .add(new DenseSpec(2)).build(1);
        return Model.compile(network, new Sgd(0.1), new MeanSquaredError());
    }

    private static List<UnaryOperator<Tensor>> answers(Model model) {
        return List.of(model::predict, Predictor.of(model.network())::predict);
    }

    @Test
    void theAnswerHasNoBatchAxisEither() {
        for (UnaryOperator<Tensor> predict : answers(model(false))) {
            assertThat(predict.apply(SAMPLE).shape().sameSizes(Shape.vector(2))).isTrue();
            assertThat(predict.apply(BATCH).shape().sameSizes(Shape.vector(2).withBatch(1))).isTrue();
            assertThat(predict.apply(SAMPLE).data()).isEqualTo(predict.apply(BATCH).data());
        }
        for (UnaryOperator<Tensor> predict : answers(model(true))) {
            assertThat(predict.apply(SAMPLE).shape().sameSizes(Shape.sequence(3, 2))).isTrue();
        }
    }

    @Test
    void aMaskGoesWithOneSampleToo() {
        Model model = model(false);
        StepMask mask = StepMask.ofLengths(3, 1);
        float[] first = model.predict(Tensor.of(Shape.sequence(1, 2), 0.1f, 0.2f)).data();
        assertThat(model.predict(SAMPLE, mask).data()).isEqualTo(first);
        assertThat(Predictor.of(model.network()).predict(SAMPLE, mask).data()).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNeitherASampleNorABatch() {
        for (UnaryOperator<Tensor> predict : answers(model(false))) {
            assertThatIllegalArgumentException().isThrownBy(() -> predict.apply(Tensor.of(Shape.vector(2), 1, 2)))
                    .withMessage("the network takes one sample [steps 4, features 2] or a batch [batch, steps 4,"
                            + " features 2], but the input is [features 2]; reshape it to as many axes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> predict.apply(BATCH.reshape(BATCH.shape().withBatch(1))))
                    .withMessageContaining("but the input is [batch 1, batch 1, steps 3, features 2]");
        }
    }

    @Test
    void aSampleOfOtherFeaturesIsRefusedByItsLayer() {
        for (UnaryOperator<Tensor> predict : answers(model(false))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> predict.apply(Tensor.zeros(Shape.sequence(3, 4))))
                    .withMessageContaining(
                            "was built for [steps, features 2], but the input has [steps 3, features 4]");
        }
    }
}
