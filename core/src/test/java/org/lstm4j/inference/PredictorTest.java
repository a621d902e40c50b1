package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A predictor says what its network says, whatever the batch, the threads and the callers beside.
class PredictorTest {

    private static final int FEATURES = 3;

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "2,9", "5,1", "64,7", "71,4"})
    void saysWhatTheNetworkSaysByteForByte(int batch, int steps) {
        Sequential network = Samples.stack(steps, FEATURES);
        Tensor inputs = Samples.uniform(Shape.sequence(steps, FEATURES).withBatch(batch), "inputs");
        for (Compute compute : Samples.computes()) {
            Tensor expected = network.newPass(inputs.shape(), PassMode.INFERENCE, compute).forward(inputs);
            PredictorPass pass = Predictor.of(network, WeightFormat.FLOAT32, compute).newPass(inputs.shape());
            for (int again = 0; again < 3; again++) {
                assertThat(pass.forward(inputs).data()).isEqualTo(expected.data());
            }
        }
    }

    /// So many units that threads share the blocks of a single sequence, and more steps than are begun at once.
    @Test
    void threadsShareALargeLayerOfOneSequence() {
        Sequential network = Samples.everyStep(70, FEATURES, 270);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(1), "inputs");
        float[] expected = network.newPass(inputs.shape(), PassMode.INFERENCE, Samples.computes().getFirst())
                .forward(inputs).data();
        for (Compute compute : Samples.computes()) {
            Tensor said = Predictor.of(network, WeightFormat.FLOAT32, compute).predict(inputs);
            assertThat(said.data()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void neighboursChangeNoByteInAnyFormat(WeightFormat format) {
        Sequential network = Samples.stack(6, FEATURES);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(37), "inputs");
        float[] expected = Predictor.of(network, format, Samples.computes().getFirst()).predict(inputs).data();
        for (Compute compute : Samples.computes()) {
            Predictor predictor = Predictor.of(network, format, compute);
            assertThat(predictor.predict(inputs).data()).isEqualTo(expected);
            for (int size : new int[]{1, 2, 4, 36}) {
                Tensor few = predictor.predict(inputs.rows(0, size));
                assertThat(few.data()).isEqualTo(predictor.predict(inputs).rows(0, size).data());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void manyCallersShareIt(int batch) throws Exception {
        Predictor predictor = Predictor.of(Samples.stack(6, FEATURES));
        List<Tensor> inputs = IntStream.range(0, 8)
                .mapToObj(index -> Samples.uniform(predictor.inputShape().withBatch(batch), "inputs " + index))
                .toList();
        List<float[]> expected = inputs.stream().map(input -> predictor.predict(input).data()).toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> calls = IntStream.range(0, 400)
                    .mapToObj(call -> (Callable<Boolean>) () -> java.util.Arrays.equals(
                            predictor.predict(inputs.get(call % 8)).data(), expected.get(call % 8)))
                    .toList();
            for (Future<Boolean> same : callers.invokeAll(calls)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    @Test
    void keepsTheWeightsItWasMadeWith() {
        Sequential network = Samples.stack(4, FEATURES);
        Tensor inputs = Samples.uniform(network.inputShape().withBatch(2), "inputs");
        Predictor predictor = Predictor.of(network);
        float[] before = predictor.predict(inputs).data();
        network.parameters().forEach(parameter -> parameter.value()[0] += 1f);

        assertThat(predictor.predict(inputs).data()).isEqualTo(before);
        assertThat(Predictor.of(network).predict(inputs).data()).isNotEqualTo(before);
    }

    @Test
    void takesOtherStepsThanTheNetworkWasBuiltFor() {
        Predictor predictor = Predictor.of(Samples.everyStep(4, FEATURES, 5));
        Tensor longer = Samples.uniform(Shape.sequence(9, FEATURES).withBatch(2), "inputs");
        assertThat(predictor.predict(longer).shape().size(1)).isEqualTo(9);
    }

    @Test
    void saysWhatIsWrongWithAnInput() {
        Predictor predictor = Predictor.of(Samples.stack(4, FEATURES));
        Tensor wide = Tensor.zeros(Shape.sequence(4, FEATURES + 1).withBatch(1));
        assertThatThrownBy(() -> predictor.predict(wide)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("features 3").hasMessageContaining("features 4");
        PredictorPass pass = predictor.newPass(Shape.sequence(4, FEATURES).withBatch(2));
        assertThatThrownBy(() -> pass.forward(Tensor.zeros(Shape.sequence(4, FEATURES).withBatch(3))))
                .hasMessageContaining("batch 3").hasMessageContaining("batch 2");
    }
}
