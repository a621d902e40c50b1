package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class ActivityRegularizationTest {

    private static final ActivityRegularizationSpec SPEC = new ActivityRegularizationSpec(0.5, 0.25);
    private static final Shape TWO_BY_TWO = Shape.sequence(2, 1).withBatch(2);

    private static LayerPass pass(LayerSpec spec, Shape batch, PassMode mode) {
        return spec.build("0", batch.withoutBatch(), new RandomStreams(1)).newPass(batch, mode, Compute.shared());
    }

    /// As Keras': sizes add up to 6, squares to 14, the batch is 2.
    @Test
    void penaltyIsThatOfAllActivationsOverTheBatch() {
        LayerPass pass = pass(SPEC, TWO_BY_TWO, PassMode.TRAINING);
        Tensor input = Tensor.of(TWO_BY_TWO, 1, -2, 3, 0);
        assertThat(pass.forward(input)).isSameAs(input);
        assertThat(pass.penalty()).isEqualTo((0.5 * 6 + 0.25 * 14) / 2);
    }

    /// Slopes are (0.5·sign(x) + 0.5·x) / 2.
    @Test
    void backwardAddsTheSlope() {
        LayerPass pass = pass(SPEC, TWO_BY_TWO, PassMode.TRAINING);
        pass.forward(Tensor.of(TWO_BY_TWO, 1, -2, 3, 0));
        pass.backward(Tensor.of(TWO_BY_TWO, 10, 10, 10, 10));
        assertThat(pass.inputGradient().data()).containsExactly(10.5f, 9.25f, 11f, 10f);
    }

    @Test
    void aShareOfABatchAddsThatShareOfTheSlope() {
        LayerPass pass = pass(ResidualSpec.around(new TimeDistributedSpec(SPEC)), TWO_BY_TWO, PassMode.TRAINING);
        pass.forward(Tensor.of(TWO_BY_TWO, 1, -2, 3, 0));
        pass.backward(Tensor.of(TWO_BY_TWO, 10, 10, 10, 10), 0.5f);
        // the steps are the inner layer's samples: a quarter of half of the sum; the gradient comes back on both ways
        assertThat(pass.inputGradient().data()).containsExactly(20.125f, 20 - 0.1875f, 20.25f, 20f);
    }

    @Test
    void stepsThatDoNotCountAreFree() {
        LayerPass pass = pass(SPEC, TWO_BY_TWO, PassMode.TRAINING);
        pass.forward(Tensor.of(TWO_BY_TWO, 1, -2, 3, 100), StepMask.ofLengths(2, 2, 1));
        assertThat(pass.penalty()).isEqualTo((0.5 * 6 + 0.25 * 14) / 2);
        pass.backward(Tensor.zeros(TWO_BY_TWO));
        assertThat(pass.inputGradient().data()).containsExactly(0.5f, -0.75f, 1f, 0f);
    }

    @Test
    void networksAddThePenaltiesOfAllLayers() {
        Sequential network = Sequential.input(Shape.sequence(2, 1)).add(SPEC)
                .add(ResidualSpec.around(SPEC)).add(new TimeDistributedSpec(SPEC)).build(1);
        SequentialPass pass = network.newPass(TWO_BY_TWO, PassMode.INFERENCE, Compute.shared());
        pass.forward(Tensor.of(TWO_BY_TWO, 1, -2, 3, 0));
        double plain = (0.5 * 6 + 0.25 * 14) / 2;
        double ofTwiceTheSize = (0.5 * 12 + 0.25 * 56) / 4; // over steps as samples
        assertThat(pass.penalty()).isCloseTo(2 * plain + ofTwiceTheSize, within(1e-12));
    }

    @Test
    void refusesSettingsThatAreNoPenalties() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivityRegularizationSpec(-1, 0)).withMessage(
                "l1 of an activity regularization must be a number of at least 0, but was -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivityRegularizationSpec(0, Double.NaN))
                .withMessageStartingWith("l2 of an activity regularization");
    }

    @Test
    void refusesWhatHasNoForwardOrNoBackward() {
        LayerPass fresh = pass(SPEC, TWO_BY_TWO, PassMode.TRAINING);
        assertThatIllegalStateException().isThrownBy(fresh::penalty)
                .withMessage("layer \"0 activity_regularization\" needs a forward first");
        LayerPass inference = pass(SPEC, TWO_BY_TWO, PassMode.INFERENCE);
        inference.forward(Tensor.zeros(TWO_BY_TWO));
        assertThatIllegalStateException().isThrownBy(() -> inference.backward(Tensor.zeros(TWO_BY_TWO)))
                .withMessageContaining("mode INFERENCE");
    }
}
