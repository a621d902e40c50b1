package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.kernels.vector.VectorKernelProvider;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What a network says to a sequence depends on that sequence alone: not on its neighbours in the batch, not on its place
/// among them, not on how many there are.
class BatchInvarianceTest {

    private static final long SEED = 42;
    private static final int STEPS = 9;
    private static final int FEATURES = 5;
    private static final int ROWS = 71;

    private final Sequential network = Sequential.input(Shape.sequence(STEPS, FEATURES))
            .add(new LstmSpec(33).withReturnSequences(true))
            .add(new LstmSpec(18))
            .add(new DenseSpec(3))
            .build(SEED);
    private final Tensor sequences = uniform(ROWS, "sequences");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 16, 64, 71})
    void theSizeOfTheBatchChangesNoByte(int size) {
        for (Compute compute : both()) {
            Tensor alone = forward(sequences, 1, compute);
            assertThat(forward(sequences, size, compute).data()).isEqualTo(alone.data());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7})
    void neighboursAndPlaceChangeNoByte(int place) {
        Tensor one = sequences.rows(0, 1);
        for (Compute compute : both()) {
            Tensor alone = forward(one, 1, compute);
            for (float neighbour : new float[]{0f, 1f, -3e8f, Float.NaN, Float.POSITIVE_INFINITY}) {
                Tensor batch = Tensor.zeros(Shape.sequence(STEPS, FEATURES).withBatch(8));
                Arrays.fill(batch.data(), neighbour);
                System.arraycopy(one.data(), 0, batch.data(), place * STEPS * FEATURES, STEPS * FEATURES);
                assertThat(forward(batch, 8, compute).rows(place, place + 1).data()).isEqualTo(alone.data());
            }
        }
    }

    /// Predicting goes through the samples in batches of its own, the last of which is smaller.
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 71})
    void predictingSomeOrAllGivesTheSame(int count) {
        for (Compute compute : both()) {
            Model model = Model.compile(network, new Adam(0.001),
                    new MeanSquaredError(), compute);
            Tensor all = model.predict(sequences);
            assertThat(model.predict(sequences.rows(0, count)).data()).isEqualTo(all.rows(0, count).data());
        }
    }

    /// The outputs of all rows, so many at a time.
    private Tensor forward(Tensor inputs, int size, Compute compute) {
        Tensor all = Tensor.zeros(network.outputShape().withBatch(inputs.batch()));
        int outputs = network.outputShape().elements();
        for (int from = 0; from < inputs.batch(); from += size) {
            Tensor batch = inputs.rows(from, Math.min(inputs.batch(), from + size));
            Tensor said = network.newPass(batch.shape(), PassMode.INFERENCE, compute).forward(batch);
            System.arraycopy(said.data(), 0, all.data(), from * outputs, said.data().length);
        }
        return all;
    }

    private static List<Compute> both() {
        return List.of(
                new Compute(LstmKernels.scalar(), new WorkerPool(1)),
                new Compute(new VectorKernelProvider().create(), new WorkerPool(1)));
    }

    private static Tensor uniform(int rows, String name) {
        RandomStream random = new RandomStreams(SEED).stream(name);
        Tensor tensor = Tensor.zeros(Shape.sequence(STEPS, FEATURES).withBatch(rows));
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
