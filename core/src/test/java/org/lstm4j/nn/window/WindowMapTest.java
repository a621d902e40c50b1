package org.lstm4j.nn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class WindowMapTest {

    private static final WindowMapSpec SPEC = new WindowMapSpec(2, 3, 1, 1, 0);

    @Test
    void foretellsWeightedSumsOfTheStepsLookedBackOn() {
        WindowMap map = map(SPEC, Shape.sequence(2, 1), 1, 0, 0, 1, 2, -1);

        assertThat(forward(map, 10, 3)).containsExactly(10, 3, 17);
    }

    @Test
    void readsTheFirstStepsAndTheTargetChannelsAlone() {
        WindowMapSpec two = new WindowMapSpec(2, 1, 2, 1, 0);
        WindowMap map = map(two, Shape.sequence(3, 3), 1, 10);

        assertThat(forward(map, 1, 2, 99, 3, 4, 99, 99, 99, 99)).as("31 of channel 0, 42 of channel 1")
                .containsExactly(31, 42);
    }

    @Test
    void addsToOneOutputOfAStepAndLeavesTheOthersAtZero() {
        WindowMap map = map(new WindowMapSpec(1, 2, 1, 3, 1), Shape.sequence(1, 1), 1, 2);

        assertThat(forward(map, 5)).containsExactly(0, 5, 0, 0, 10, 0);
    }

    @Test
    void foretellsZeroUntilItHasWeights() {
        WindowMap map = SPEC.build("0", Shape.sequence(2, 1), new RandomStreams(1));
        assertThat(forward(map, 7, 8)).containsOnly(0f);
    }

    /// y = W·x has the gradients dW = dy·xᵀ and dx = Wᵀ·dy.
    @Test
    void carriesGradientsBackToWeightsAndInput() {
        WindowMap map = map(new WindowMapSpec(2, 2, 1, 2, 1), Shape.sequence(3, 2), 1, 2, 3, 4);
        LayerPass pass = map.newPass(Shape.sequence(3, 2).withBatch(1), PassMode.TRAINING, Compute.shared());
        pass.forward(Tensor.of(Shape.sequence(3, 2).withBatch(1), 5, 0, 7, 0, 0, 0));

        pass.backward(Tensor.of(map.outputShape(Shape.sequence(3, 2)).withBatch(1), 99, 1, 99, 10));

        assertThat(map.weights().gradient()).containsExactly(5, 7, 50, 70);
        assertThat(pass.inputGradient().data()).containsExactly(1 + 30, 0, 2 + 40, 0, 0, 0);
    }

    @Test
    void refusesSamplesThatAreTooShort() {
        assertThatThrownBy(() -> SPEC.build("0", Shape.sequence(1, 1), new RandomStreams(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"0 window_map\" needs samples of at least 2 steps and 1 channels");
        assertThatThrownBy(() -> new WindowMapSpec(2, 3, 1, 2, 2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place must be one of the 2 outputs");
    }

    private static WindowMap map(WindowMapSpec spec, Shape sample, float... weights) {
        WindowMap map = spec.build("0", sample, new RandomStreams(1));
        System.arraycopy(weights, 0, map.weights().value(), 0, weights.length);
        return map;
    }

    private static float[] forward(WindowMap map, float... sample) {
        Shape batch = map.inputShape().withBatch(1);
        return map.newPass(batch, PassMode.INFERENCE, Compute.shared()).forward(Tensor.of(batch, sample)).data();
    }
}
