package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Layers without a frozen form: a predictor has copies of them, and streams those that take each step alone.
class FrozenCopyTest {

    private static final Shape SEQUENCE = Shape.sequence(6, 3);

    /// Layers that take each step alone.
    private static Sequential.Builder stepwise() {
        return Sequential.input(SEQUENCE)
                .add(new GaussianNoiseSpec(0.1f))
                .add(new LayerNormalizationSpec())
                .add(new SpatialDropoutSpec(0.2f))
                .add(new LstmSpec(5).withReturnSequences(true))
                .add(ResidualSpec.around(new LayerNormalizationSpec(), new DenseSpec(5)).withProjection())
                .add(new TimeDistributedSpec(new DenseSpec(4)))
                .add(new ActivationSpec(Activation.GELU));
    }

    /// Layers after the steps are gone, and a decoder that begins anew in every step of a stream.
    private static Sequential encoderAndDecoder() {
        return stepwise()
                .add(new LastStepSpec())
                .add(new RepeatVectorSpec(3))
                .add(new LstmSpec(4).withReturnSequences(true))
                .add(new FlattenSpec())
                .add(new DenseSpec(2))
                .build(Samples.SEED);
    }

    @Test
    void saysWhatTheNetworkSaysByteForByte() {
        Sequential network = encoderAndDecoder();
        Tensor inputs = Samples.uniform(SEQUENCE.withBatch(5), "inputs");
        Tensor expected = network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs);
        assertThat(Predictor.of(network).predict(inputs).data()).isEqualTo(expected.data());
    }

    @Test
    void keepsTheWeightsItWasMadeWith() {
        Sequential network = encoderAndDecoder();
        Tensor inputs = Samples.uniform(SEQUENCE.withBatch(2), "inputs");
        Predictor predictor = Predictor.of(network);
        float[] before = predictor.predict(inputs).data();
        network.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 0.5f));
        assertThat(predictor.predict(inputs).data()).isEqualTo(before);
        assertThat(Predictor.of(network).predict(inputs).data()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void streamsLayersThatTakeEachStepAlone(int sequences) {
        Predictor predictor = Predictor.of(stepwise().build(Samples.SEED));
        Tensor inputs = Samples.uniform(SEQUENCE.withBatch(sequences), "inputs");
        float[] expected = predictor.predict(inputs).data();
        PredictionStream stream = predictor.newStream(sequences);
        for (int step = 0; step < 6; step++) {
            Tensor answer = stream.step(step(inputs, step));
            assertThat(answer.shape()).hasToString("[batch " + sequences + ", outputs 4]");
            for (int sequence = 0; sequence < sequences; sequence++) {
                int from = (sequence * 6 + step) * 4;
                assertThat(Arrays.copyOfRange(answer.data(), 4 * sequence, 4 * sequence + 4))
                        .isEqualTo(Arrays.copyOfRange(expected, from, from + 4));
            }
        }
    }

    @Test
    void streamsWhatFollowsTheLastStepAsInABatch() {
        Predictor predictor = Predictor.of(encoderAndDecoder());
        Tensor inputs = Samples.uniform(SEQUENCE.withBatch(2), "inputs");
        PredictionStream stream = predictor.newStream(2);
        for (int steps = 1; steps <= 6; steps++) {
            Tensor beginning = beginning(inputs, steps);
            assertThat(stream.step(step(inputs, steps - 1)).data()).isEqualTo(predictor.predict(beginning).data());
        }
    }

    @Test
    void streamsCategories() {
        Predictor predictor = Predictor.of(Sequential.input(Shape.sequence(4, 1)).add(new EmbeddingSpec(5, 3))
                .add(new LstmSpec(4)).build(1));
        Tensor inputs = Tensor.of(Shape.sequence(4, 1).withBatch(1), 3, 0, 4, 4);
        PredictionStream stream = predictor.newStream(1);
        float[] last = {};
        for (float category : inputs.data()) {
            last = stream.step(Tensor.of(Shape.vector(1).withBatch(1), category)).data();
        }
        assertThat(last).isEqualTo(predictor.predict(inputs).data());
    }

    @Test
    void refusesAStreamWhereALayerNeedsAllSteps() {
        assertNoStream(new GlobalPoolingSpec(Pooling.AVERAGE), "\"0 global_pooling\" needs all steps at once");
        assertNoStream(new FlattenSpec(), "\"0 flatten\" needs all steps");
        assertNoStream(ResidualSpec.around(new LstmSpec(3).withReturnSequences(true)),
                "\"0 residual\" needs all steps");
    }

    private static void assertNoStream(LayerSpec layer, String reason) {
        Predictor predictor = Predictor.of(Sequential.input(SEQUENCE).add(layer).build(1));
        assertThatIllegalArgumentException().isThrownBy(() -> predictor.newStream(1)).withMessageContaining(reason)
                .withMessageContaining("predict whole sequences");
    }

    private static Tensor step(Tensor inputs, int step) {
        Tensor row = Tensor.zeros(Shape.vector(3).withBatch(inputs.batch()));
        for (int sequence = 0; sequence < inputs.batch(); sequence++) {
            System.arraycopy(inputs.data(), (sequence * 6 + step) * 3, row.data(), sequence * 3, 3);
        }
        return row;
    }

    private static Tensor beginning(Tensor inputs, int steps) {
        Tensor part = Tensor.zeros(Shape.sequence(steps, 3).withBatch(inputs.batch()));
        for (int sequence = 0; sequence < inputs.batch(); sequence++) {
            System.arraycopy(inputs.data(), sequence * 18, part.data(), sequence * steps * 3, steps * 3);
        }
        return part;
    }
}
