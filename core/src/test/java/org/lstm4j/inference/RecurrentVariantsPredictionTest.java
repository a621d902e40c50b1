package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Recurrent layers beyond the plain LSTM in a predictor and in streams.
class RecurrentVariantsPredictionTest {

    private static final int STEPS = 6;
    private static final Shape SAMPLE = Shape.sequence(STEPS, 3);

    static Stream<LayerSpec> layers() {
        LstmSpec lstm = new LstmSpec(20);
        return Stream.of(
                lstm.withProjection(7),
                lstm.withBias(false),
                lstm.withPeephole(true),
                lstm.withLayerNormalization(true),
                lstm.withActivation(Activation.SOFTSIGN).withRecurrentActivation(Activation.HARD_SIGMOID),
                lstm.withZoneout(0.2f, 0.3f),
                lstm.withInputDropout(0.5f).withRecurrentDropout(0.5f),
                lstm.withStateful(true),
                new GruSpec(9),
                new SimpleRnnSpec(9));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void saysWhatTheNetworkSays(LayerSpec layer) {
        Sequential network = network(layer);
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(4), "inputs");
        float[] expected = network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs).data();
        Predictor predictor = Predictor.of(network);
        assertThat(predictor.predict(inputs).data()).isEqualTo(expected);
        assertThat(predictor.predict(inputs).data()).as("again").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void streamsStepByStepFromSavedStates(LayerSpec layer) {
        Predictor predictor = Predictor.of(network(layer));
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(1), "inputs");
        PredictionStream stream = predictor.newStream(1);
        float[] last = {};
        for (int step = 0; step < STEPS; step++) {
            byte[] saved = stream.state().toBytes();
            stream = predictor.newStream(1);
            stream.restore(StreamState.fromBytes(saved));
            last = stream.step(Tensor.of(Shape.vector(3).withBatch(1), inputs.get(0, step, 0), inputs.get(0, step, 1),
                    inputs.get(0, step, 2))).data();
        }
        assertThat(last).isEqualTo(predictor.predict(inputs).data());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void trainingGoesOnWithoutThePredictor(LayerSpec layer) {
        Sequential network = network(layer);
        Predictor predictor = Predictor.of(network);
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(2), "inputs");
        float[] before = predictor.predict(inputs).data();
        network.parameters().forEach(parameter -> parameter.value()[0] += 1f);
        assertThat(predictor.predict(inputs).data()).isEqualTo(before);
    }

    @Test
    void needsAllStepsWhereALayerBeginsAtTheLast() {
        for (LayerSpec layer : new LayerSpec[]{new LstmSpec(3).withGoBackwards(true),
            new BidirectionalSpec(new LstmSpec(3), MergeMode.SUM), new DilatedSpec(new LstmSpec(3), 2)}) {
            Predictor predictor = Predictor.of(network(layer));
            assertThatIllegalArgumentException().isThrownBy(() -> predictor.newStream(1))
                    .withMessageContaining("needs all steps at once");
        }
    }

    /// Padded with the masked value, a sequence gives what it gives alone.
    @ParameterizedTest
    @MethodSource("layers")
    void maskedStepsDoNotCount(LayerSpec layer) {
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec(-9f))
                .add(new BidirectionalSpec(new LstmSpec(8).withReturnSequences(true))).add(layer).add(new DenseSpec(2))
                .build(5);
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(3), "inputs");
        int[] lengths = {6, 2, 4};
        for (int row = 0; row < 3; row++) {
            for (int index = lengths[row] * 3; index < STEPS * 3; index++) {
                inputs.data()[row * STEPS * 3 + index] = -9f;
            }
        }
        Predictor predictor = Predictor.of(network);
        Tensor together = predictor.predict(inputs);
        for (int row = 0; row < 3; row++) {
            Tensor alone = Tensor.zeros(Shape.sequence(lengths[row], 3).withBatch(1));
            System.arraycopy(inputs.data(), row * STEPS * 3, alone.data(), 0, alone.data().length);
            assertThat(predictor.predict(alone).data())
                    .containsExactly(together.get(row, 0), together.get(row, 1));
        }
    }

    /// The layer gives the sequence reversed, so its padding comes first; the next layer must pass over that.
    @Test
    void paddingDoesNotCountAfterALayerThatGoesBackwards() {
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec(-9f))
                .add(new LstmSpec(4).withReturnSequences(true).withGoBackwards(true)).add(new GruSpec(2)).build(5);
        Tensor alone = Samples.uniform(Shape.sequence(2, 3).withBatch(1), "inputs");
        Tensor padded = Tensor.zeros(SAMPLE.withBatch(1));
        Arrays.fill(padded.data(), -9f);
        System.arraycopy(alone.data(), 0, padded.data(), 0, 6);
        float[] expected = inPass(network, alone);
        assertThat(inPass(network, padded)).isEqualTo(expected);
        assertThat(Predictor.of(network).predict(padded).data()).isEqualTo(expected);
    }

    /// Steps of another shape are other steps: no mask says anything about them.
    @Test
    void aMaskEndsWhereStepsBecomeOthers() {
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec(-9f))
                .add(new LstmSpec(4).withReturnSequences(true)).add(new ReshapeSpec(Shape.sequence(3, 8)))
                .add(new GruSpec(2)).build(5);
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(2), "inputs");
        Arrays.fill(inputs.data(), 9, 18, -9f);
        assertThat(Predictor.of(network).predict(inputs).data()).isEqualTo(inPass(network, inputs));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void saysWhatADilatedLayerSays(int dilation) {
        LstmSpec lstm = new LstmSpec(18).withReturnSequences(true).withZoneout(0.2f, 0.3f);
        saysWhatTheNetworkSays(new DilatedSpec(lstm, dilation));
        maskedStepsDoNotCount(new DilatedSpec(lstm.withReturnSequences(false), dilation));
        trainingGoesOnWithoutThePredictor(ResidualSpec.around(new DilatedSpec(lstm, dilation)));
    }

    static Stream<LayerSpec> statefulLayers() {
        LstmSpec stateful = new LstmSpec(18).withReturnSequences(true).withStateful(true);
        return Stream.of(stateful, stateful.withGoBackwards(true), new BidirectionalSpec(stateful),
                ResidualSpec.around(stateful));
    }

    @ParameterizedTest
    @MethodSource("statefulLayers")
    void everyPredictionBeginsFromZeroState(LayerSpec layer) {
        Predictor predictor = Predictor.of(network(layer));
        Tensor inputs = Samples.uniform(SAMPLE.withBatch(2), "inputs");
        float[] first = predictor.predict(inputs).data();
        assertThat(predictor.predict(inputs).data()).isEqualTo(first);
    }

    private static float[] inPass(Sequential network, Tensor inputs) {
        return network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs).data();
    }

    private static Sequential network(LayerSpec layer) {
        return Sequential.input(SAMPLE).add(new LstmSpec(18).withReturnSequences(true)).add(layer)
                .add(new DenseSpec(2)).build(5);
    }
}
