package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A predictor says what a network with a graph says, byte for byte, however the batch is cut and on any number of threads.
class GraphPredictionTest {

    private static final int ROWS = 23;

    private final GraphSpec spec = GraphSpec.builder()
            .input("history", Shape.sequence(7, 3)).input("fixed", Shape.vector(4))
            .layer("counting", new MaskingSpec(), "history").layer("repeated", new RepeatVectorSpec(7), "fixed")
            .merge("joined", Merge.CONCATENATE, "counting", "repeated")
            .layer("both", new BidirectionalSpec(new LstmSpec(9).withReturnSequences(true)), "joined")
            .layer("corrected", ResidualSpec.around(new DropoutSpec(0.3f), new DenseSpec(18)), "both")
            .layer("memory", new LstmSpec(17).withStateful(true), "corrected")
            .layer("first", new DenseSpec(2), "memory").layer("second", new DenseSpec(3), "memory")
            .outputs("first", "second").build();
    private final Sequential network = spec.network(Samples.SEED);
    private final Tensor inputs = Samples.uniform(spec.inputs().shape().withBatch(ROWS), "inputs");

    GraphPredictionTest() {
        Arrays.fill(inputs.data(), 3, 9, 0f); // two steps that do not count
    }

    @Test
    void givesTheStatesOfAllRecurrentLayers() {
        PredictionWithStates answer = Predictor.of(network).predictWithStates(inputs);
        List<RecurrentState> states = answer.states().layers();
        assertThat(states).hasSize(3); // two directions, and the memory
        float[] memory = states.getLast().hidden().data();
        assertThat(memory).hasSize(ROWS * 17).isNotEqualTo(new float[memory.length]);
        float[] further = Predictor.of(network).predictWithStates(inputs, answer.states()).output().data();
        assertThat(further).isNotEqualTo(answer.output().data());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 22, ROWS})
    void saysWhatTheNetworkSays(int size) {
        float[] said = network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs).data();
        for (Compute compute : Samples.computes()) {
            Predictor predictor = Predictor.of(network, WeightFormat.FLOAT32, compute);
            for (int from = 0; from < ROWS; from += size) {
                int to = Math.min(ROWS, from + size);
                assertThat(predictor.predict(inputs.rows(from, to)).data())
                        .isEqualTo(Arrays.copyOfRange(said, 5 * from, 5 * to));
            }
        }
    }

    @Test
    void hasNoStreamSinceAllInputsAreThereAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> Predictor.of(network).newStream(1))
                .withMessage(
                        "a stream needs at least one sequence of [steps, features], but 1 of [features 25] were asked"
                                + " for");
    }
}
