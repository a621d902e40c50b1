package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Step by step a stream says what its network says to the whole sequence, from anywhere it was saved.
class PredictionStreamTest {

    private static final int STEPS = 11;
    private static final int FEATURES = 3;

    private final Sequential network = Samples.stack(STEPS, FEATURES);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void afterAllStepsItSaysWhatTheSequenceGives(int sequences) {
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(sequences), "inputs");
        for (Compute compute : Samples.computes()) {
            Predictor predictor = Predictor.of(network, WeightFormat.FLOAT32, compute);
            float[] expected = predictor.predict(inputs).data();
            PredictionStream stream = predictor.newStream(sequences);
            for (int again = 0; again < 2; again++) {
                stream.reset();
                assertThat(run(stream, inputs, 0, STEPS).data()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void everyStepIsWhatASequenceReturnsThere(WeightFormat format) {
        Predictor predictor = Predictor.of(Samples.everyStep(STEPS, FEATURES, 21), format, Compute.shared());
        Tensor inputs = Samples.uniform(predictor.inputShape().withBatch(1), "inputs");
        float[] expected = predictor.predict(inputs).data();
        PredictionStream stream = predictor.newStream(1);
        for (int step = 0; step < STEPS; step++) {
            assertThat(run(stream, inputs, step, step + 1).data()).containsExactly(expected[step]);
        }
    }

    @Test
    void goesOnFromASavedState() {
        Predictor predictor = Predictor.of(network);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(2), "inputs");
        PredictionStream stream = predictor.newStream(2);
        run(stream, inputs, 0, 5);
        byte[] saved = stream.state().toBytes();
        float[] expected = run(stream, inputs, 5, STEPS).data().clone();

        PredictionStream elsewhere = predictor.newStream(2);
        run(elsewhere, inputs, 3, 9);
        elsewhere.restore(StreamState.fromBytes(saved));

        assertThat(run(elsewhere, inputs, 5, STEPS).data()).isEqualTo(expected);
        assertThat(saved).hasSize(12 + 2 * 12 + 2 * 2 * (33 + 18) * 4);
    }

    @Test
    void aSavedStateIsNotChangedByTheStream() {
        PredictionStream stream = Predictor.of(network).newStream(1);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(1), "inputs");
        run(stream, inputs, 0, 2);
        StreamState state = stream.state();
        byte[] before = state.toBytes();
        run(stream, inputs, 2, 5);
        assertThat(state.toBytes()).isEqualTo(before);
    }

    @Test
    void everyChangedByteAndEveryCutIsNoticed() {
        PredictionStream stream = Predictor.of(Samples.everyStep(2, 1, 3)).newStream(1);
        run(stream, Samples.uniform(Shape.sequence(2, 1).withBatch(1), "inputs"), 0, 2);
        byte[] good = stream.state().toBytes();
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) (1 << at % 8);
            byte[] cut = Arrays.copyOf(good, at);
            assertThatThrownBy(() -> StreamState.fromBytes(changed)).isInstanceOf(DataException.class);
            assertThatThrownBy(() -> StreamState.fromBytes(cut)).isInstanceOf(DataException.class)
                    .hasMessageContaining(at + " bytes");
        }
        assertThat(StreamState.fromBytes(good).toBytes()).isEqualTo(good);
    }

    /// Sizes that lie, under a checksum that does not.
    @Test
    void hostileSizesAllocateNothing() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] bytes = new byte[12 + random.nextInt(40)];
            random.nextBytes(bytes);
            System.arraycopy(new byte[]{'L', '4', 'S', '2'}, 0, bytes, 0, 4);
            byte[] signed = StreamStateBytes.withChecksum(bytes);
            assertThatThrownBy(() -> StreamState.fromBytes(signed)).isInstanceOf(DataException.class);
        }
    }

    @Test
    void aStateOfAnotherNetworkIsRefusedAndChangesNothing() {
        PredictionStream stream = Predictor.of(network).newStream(1);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(1), "inputs");
        run(stream, inputs, 0, 3);
        byte[] before = stream.state().toBytes();
        StreamState oneLayer = Predictor.of(Samples.everyStep(2, 1, 33)).newStream(1).state();
        StreamState twoSequences = Predictor.of(network).newStream(2).state();

        assertThatThrownBy(() -> stream.restore(oneLayer)).hasMessageContaining("1 recurrent layers")
                .hasMessageContaining("has 2");
        assertThatThrownBy(() -> stream.restore(twoSequences)).hasMessageContaining("batch 2")
                .hasMessageContaining("batch 1");
        assertThat(stream.state().toBytes()).isEqualTo(before);
    }

    @Test
    void saysWhatAStepTakes() {
        PredictionStream stream = Predictor.of(network).newStream(2);
        assertThatThrownBy(() -> stream.step(Tensor.zeros(Shape.vector(FEATURES).withBatch(1))))
                .hasMessageContaining("[batch 2, features 3]").hasMessageContaining("[batch 1, features 3]");
        assertThatThrownBy(() -> Predictor.of(network).newStream(0)).hasMessageContaining("at least one sequence");
    }

    /// Some steps of sequences [sequences, steps, features]; the last answer.
    private static Tensor run(PredictionStream stream, Tensor inputs, int from, int to) {
        int sequences = inputs.batch();
        int steps = inputs.shape().size(1);
        int features = inputs.shape().last();
        Tensor row = Tensor.zeros(Shape.vector(features).withBatch(sequences));
        Tensor answer = row;
        for (int step = from; step < to; step++) {
            for (int sequence = 0; sequence < sequences; sequence++) {
                System.arraycopy(inputs.data(), (sequence * steps + step) * features, row.data(), sequence * features,
                        features);
            }
            answer = stream.step(row);
        }
        return answer;
    }
}
