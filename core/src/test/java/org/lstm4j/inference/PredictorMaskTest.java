package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Sequences of different lengths in a predictor, by a mask that the caller gives.
class PredictorMaskTest {

    private static final int STEPS = 7;
    private static final int FEATURES = 3;
    private static final Shape SAMPLE = Shape.sequence(STEPS, FEATURES);
    private static final int[] LENGTHS = {7, 2, 5, 1, 6, 2, 4, 3, 7, 5, 1};

    private final Sequential network = Sequential.input(SAMPLE).add(new LstmSpec(20).withReturnSequences(true))
            .add(new LstmSpec(17)).add(new DenseSpec(2)).build(5);
    private final Tensor inputs = Samples.uniform(SAMPLE.withBatch(LENGTHS.length), "inputs");
    private final StepMask mask = StepMask.ofLengths(STEPS, LENGTHS);

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void aSequenceGivesWhatItGivesAlone(WeightFormat format) {
        Predictor predictor = Predictor.of(network, format, Compute.shared());
        Tensor together = predictor.predict(inputs, mask);
        for (int row = 0; row < LENGTHS.length; row++) {
            float[] alone = predictor.predict(alone(row)).data();
            assertThat(alone).as("sequence %d", row).containsExactly(together.get(row, 0), together.get(row, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11})
    void saysWhatTheNetworkSaysOnAnyNumberOfThreads(int threads) {
        try (WorkerPool workers = new WorkerPool(threads)) {
            Predictor predictor = Predictor.of(network).on(new Compute(LstmKernels.scalar(), workers));
            assertThat(predictor.predict(inputs, mask).data()).isEqualTo(inPass(network, inputs, mask));
        }
    }

    @Test
    void saysWhatTheNetworkSaysAtEveryStepAroundHoles() {
        Sequential everyStep = Sequential.input(SAMPLE).add(new LstmSpec(20).withReturnSequences(true)).build(5);
        for (int batch : new int[]{1, 3}) {
            Tensor some = Samples.uniform(SAMPLE.withBatch(batch), "some");
            StepMask holes = StepMask.ofLengths(STEPS, batch == 1 ? new int[]{6} : new int[]{6, 0, 3});
            holes.set(0, 0, false);
            holes.set(0, 3, false);
            float[] said = Predictor.of(everyStep).predict(some, holes).data();
            assertThat(said).isEqualTo(inPass(everyStep, some, holes));
            assertThat(Arrays.copyOfRange(said, 0, 20)).as("a step that does not count").containsOnly(0f);
        }
    }

    @Test
    void aMaskedCallChangesNothingForTheNextOne() {
        Predictor predictor = Predictor.of(network);
        float[] before = predictor.predict(inputs).data();
        float[] masked = predictor.predict(inputs, mask).data();
        assertThat(predictor.predict(inputs).data()).isEqualTo(before).isNotEqualTo(masked);
        assertThat(predictor.predict(inputs, StepMask.all(LENGTHS.length, STEPS)).data()).isEqualTo(before);
    }

    @Test
    void aGivenMaskAndAMaskingLayerSayTheSame() {
        Sequential masking = Sequential.input(SAMPLE).add(new MaskingSpec(-9f))
                .add(new LstmSpec(20).withReturnSequences(true)).add(new GlobalPoolingSpec(Pooling.AVERAGE)).build(5);
        Sequential plain = Sequential.input(SAMPLE).add(new LstmSpec(20).withReturnSequences(true))
                .add(new GlobalPoolingSpec(Pooling.AVERAGE)).build(5);
        for (int index = 0; index < plain.parameters().size(); index++) {
            float[] value = masking.parameters().get(index).value();
            System.arraycopy(value, 0, plain.parameters().get(index).value(), 0, value.length);
        }
        Tensor padded = inputs.copy();
        for (int row = 0; row < LENGTHS.length; row++) {
            int from = row * STEPS * FEATURES;
            Arrays.fill(padded.data(), from + LENGTHS[row] * FEATURES, from + STEPS * FEATURES, -9f);
        }
        assertThat(Predictor.of(masking).predict(padded).data())
                .isEqualTo(Predictor.of(plain).predict(inputs, mask).data());
    }

    @Test
    void aMaskGoesOnThroughAnEmbedding() {
        Sequential words = Sequential.input(Shape.of(Axis.steps(4))).add(new EmbeddingSpec(9, 6))
                .add(new LstmSpec(5)).build(3);
        Predictor predictor = Predictor.of(words);
        Tensor two = Tensor.of(Shape.of(Axis.batch(2), Axis.steps(4)), 3, 8, 0, 0, 1, 2, 3, 4);
        Tensor alone = Tensor.of(Shape.of(Axis.batch(1), Axis.steps(2)), 3, 8);
        float[] said = predictor.predict(two, StepMask.ofLengths(4, 2, 4)).data();
        assertThat(Arrays.copyOf(said, 5)).isEqualTo(predictor.predict(alone).data());
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        Predictor predictor = Predictor.of(network);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictor.predict(inputs, StepMask.all(LENGTHS.length, 6)))
                .withMessage("the mask is [batch 11, steps 6], but the input is [batch 11, steps 7, features]; a mask"
                        + " has one value for every step of every sequence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepMask.all(2, 3).requireFits(Shape.vector(2)))
                .withMessageContaining("which has no steps; leave the mask out");
    }

    private static float[] inPass(Sequential network, Tensor inputs, StepMask mask) {
        return network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs, mask).data();
    }

    private Tensor alone(int row) {
        Tensor alone = Tensor.zeros(Shape.sequence(LENGTHS[row], FEATURES).withBatch(1));
        System.arraycopy(inputs.data(), row * STEPS * FEATURES, alone.data(), 0, alone.data().length);
        return alone;
    }
}
