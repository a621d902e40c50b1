package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What layers that look over steps make of masks, by hand, and where masks end.
class MaskedStepsTest {

    private static final Shape SAMPLE = Shape.sequence(4, 2);
    /// The first sequence has two steps, then a hole, then one; the second has none.
    private static final Tensor INPUT = Tensor.of(SAMPLE.withBatch(2),
            1, -1, 2, -2, 100, 100, 6, -6,
            9, 9, 9, 9, 9, 9, 9, 9);
    private static final StepMask MASK = StepMask.of(
            new boolean[][]{{true, true, false, true}, {false, false, false, false}});
    private static final Tensor GRADIENT = Tensor.of(Shape.vector(2).withBatch(2), 3, 6, 5, 5);

    static Stream<LayerSpec> layersOverSteps() {
        return Stream.of(new GlobalPoolingSpec(Pooling.AVERAGE), new GlobalPoolingSpec(Pooling.MAXIMUM),
                new LastStepSpec());
    }

    @Test
    void theAverageIsThatOfStepsThatCount() {
        LayerPass pass = pass(new GlobalPoolingSpec(Pooling.AVERAGE));
        assertThat(pass.forward(INPUT, MASK).data()).containsExactly(3, -3, 0, 0);
        pass.backward(GRADIENT);
        assertThat(pass.inputGradient().data())
                .containsExactly(1, 2, 1, 2, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void theMaximumIsThatOfStepsThatCount() {
        LayerPass pass = pass(new GlobalPoolingSpec(Pooling.MAXIMUM));
        assertThat(pass.forward(INPUT, MASK).data()).containsExactly(6, -1, 0, 0);
        pass.backward(GRADIENT);
        assertThat(pass.inputGradient().data())
                .containsExactly(0, 6, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void theLastStepIsTheLastThatCounts() {
        LayerPass pass = pass(new LastStepSpec());
        StepMask mask = StepMask.ofLengths(4, 2, 0);
        assertThat(pass.forward(INPUT, mask).data()).containsExactly(2, -2, 0, 0);
        pass.backward(GRADIENT);
        assertThat(pass.inputGradient().data())
                .containsExactly(0, 0, 3, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("layersOverSteps")
    void aMaskIsForgottenByTheNextForwardWithoutOne(LayerSpec spec) {
        LayerPass pass = pass(spec);
        float[] unmasked = pass(spec).forward(INPUT).data();
        pass.forward(INPUT, MASK);
        assertThat(pass.forward(INPUT).data()).isEqualTo(unmasked);
        assertThat(pass.forward(INPUT, StepMask.all(2, 4)).data()).as("all steps count").isEqualTo(unmasked);
    }

    @ParameterizedTest
    @MethodSource("layersOverSteps")
    void paddingChangesNothing(LayerSpec spec) {
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec(-9f))
                .add(new GruSpec(5).withReturnSequences(true)).add(new LayerNormalizationSpec())
                .add(new TimeDistributedSpec(new DenseSpec(3))).add(spec).build(2);
        Tensor alone = Tensor.of(Shape.sequence(2, 2).withBatch(1), 0.3f, -0.4f, 0.5f, 0.9f);
        Tensor padded = Tensor.zeros(SAMPLE.withBatch(1));
        Arrays.fill(padded.data(), -9f);
        System.arraycopy(alone.data(), 0, padded.data(), 0, 4);
        assertThat(inference(network, padded, null)).isEqualTo(inference(network, alone, null));
    }

    @ParameterizedTest
    @MethodSource("layersOverSteps")
    void refusesAMaskOfAnotherSize(LayerSpec spec) {
        assertThatIllegalArgumentException().isThrownBy(() -> pass(spec).forward(INPUT, StepMask.all(2, 3)))
                .withMessageContaining("the mask is [batch 2, steps 3], but the input is [batch 2, steps 4");
    }

    /// Each of its rows is a softmax by itself.
    @Test
    void aSoftmaxOverFeaturesHeedsNoMask() {
        LayerPass pass = pass(new SoftmaxSpec());
        assertThat(pass.forward(INPUT, MASK).data()).isEqualTo(pass(new SoftmaxSpec()).forward(INPUT).data());
    }

    @Test
    void aMaskEndsAtAFlatten() {
        Sequential network = Sequential.input(SAMPLE).add(new FlattenSpec()).build(1);
        assertThat(inference(network, INPUT, MASK)).isEqualTo(INPUT.data());
        assertThat(outputMask(new FlattenSpec())).isNull();
    }

    @Test
    void aMaskGoesOnThroughAReshapeThatKeepsTheSteps() {
        StepMask kept = Objects.requireNonNull(outputMask(new ReshapeSpec(Shape.sequence(4, 2))));
        assertThat(kept.length(0)).isEqualTo(3);
        assertThat(outputMask(new ReshapeSpec(Shape.sequence(2, 4)))).isNull();
    }

    private static LayerPass pass(LayerSpec spec) {
        return spec.build("0", SAMPLE, new RandomStreams(1)).newPass(INPUT.shape(), PassMode.TRAINING,
                Compute.shared());
    }

    private static @Nullable StepMask outputMask(LayerSpec spec) {
        SequentialPass pass = Sequential.input(SAMPLE).add(spec).build(1)
                .newPass(INPUT.shape(), PassMode.INFERENCE, Compute.shared());
        pass.forward(INPUT, MASK);
        return pass.outputMask();
    }

    private static float[] inference(Sequential network, Tensor input, @Nullable StepMask mask) {
        SequentialPass pass = network.newPass(input.shape(), PassMode.INFERENCE, Compute.shared());
        return (mask == null ? pass.forward(input) : pass.forward(input, mask)).data();
    }
}
