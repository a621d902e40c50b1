package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Shapes, refusals and numbers that can be told by hand.
class WeightlessLayerTest {

    private static final Shape SEQUENCE = Shape.sequence(3, 2);

    @Test
    void shapesKeepTheNamesOfTheirAxes() {
        assertThat(built(new FlattenSpec(), SEQUENCE)).hasToString("[features 6]");
        assertThat(built(new RepeatVectorSpec(4), Shape.vector(2))).hasToString("[steps 4, features 2]");
        assertThat(built(new LastStepSpec(), SEQUENCE)).hasToString("[features 2]");
        assertThat(built(new GlobalPoolingSpec(Pooling.MAXIMUM), SEQUENCE)).hasToString("[features 2]");
        assertThat(built(new ReshapeSpec(Shape.sequence(2, 3)), SEQUENCE)).hasToString("[steps 2, features 3]");
        assertThat(built(new SpatialDropoutSpec(0.5f), SEQUENCE)).isEqualTo(SEQUENCE);
    }

    @Test
    void refusesShapesItCannotTake() {
        assertRefused(new LastStepSpec(), Shape.vector(2), "layer \"4 last_step\" takes sequences", "[features 2]");
        assertRefused(new GlobalPoolingSpec(Pooling.AVERAGE), Shape.vector(2), "global_pooling", "[features 2]");
        assertRefused(new GlobalPoolingSpec(Pooling.AVERAGE), Shape.of(Axis.steps(2), new Axis("rows", 3),
                Axis.features(4)), "rows 3", "time_distributed");
        assertRefused(new RepeatVectorSpec(2), SEQUENCE, "\"4 repeat_vector\" repeats vectors",
                "[steps 3, features 2]");
        assertRefused(new ReshapeSpec(Shape.sequence(2, 2)), SEQUENCE, "of 4 elements", "of 6");
        assertRefused(new SpatialDropoutSpec(0.5f), Shape.vector(2), "spatial_dropout", "[features 2]");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatVectorSpec(0)).withMessageContaining("steps");
        assertThatIllegalArgumentException().isThrownBy(() -> new SpatialDropoutSpec(1))
                .withMessageContaining("[0, 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianNoiseSpec(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianNoiseSpec(Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReshapeSpec(Shape.of()));
    }

    @Test
    void poolingTakesTheMeanAndTheFirstOfTheLargest() {
        Tensor input = Tensor.of(SEQUENCE.withBatch(1), 1, 5, 4, 5, 1, 2);
        assertThat(run(new GlobalPoolingSpec(Pooling.AVERAGE), input)).containsExactly(2f, 4f);
        LayerPass pass = pass(new GlobalPoolingSpec(Pooling.MAXIMUM), input.shape(), PassMode.TRAINING);
        assertThat(pass.forward(input).data()).containsExactly(4f, 5f);
        pass.backward(Tensor.of(Shape.vector(2).withBatch(1), 10, 20));
        assertThat(pass.inputGradient().data()).containsExactly(0, 20, 10, 0, 0, 0);
    }

    @Test
    void poolingLetsNaNThrough() {
        Tensor input = Tensor.of(SEQUENCE.withBatch(1), Float.NaN, 1, 4, Float.NaN, 1, 2);
        assertThat(run(new GlobalPoolingSpec(Pooling.MAXIMUM), input)).containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void softmaxNeitherOverflowsNorLosesSmallShares() {
        Tensor input = Tensor.of(Shape.vector(3).withBatch(1), 1000, 999, -1000);
        float[] shares = run(new SoftmaxSpec(), input);
        assertThat(shares[0]).isCloseTo(0.7310586f, within(1e-6f));
        assertThat(shares[0] + shares[1]).isEqualTo(1f);
        assertThat(shares[2]).isEqualTo(0f);
        assertThat(run(new SoftmaxSpec(true), input)[2]).isCloseTo(-2000.3132f, within(2e-4f));
    }

    @Test
    void softmaxOfNaNIsNaN() {
        Tensor input = Tensor.of(Shape.vector(2).withBatch(2), 1, Float.NaN, 0, 0);
        assertThat(run(new SoftmaxSpec(), input)).containsExactly(Float.NaN, Float.NaN, 0.5f, 0.5f);
    }

    @Test
    void spatialDropoutDropsWholeFeaturesOfASample() {
        Shape batch = Shape.sequence(20, 30).withBatch(40);
        LayerPass pass = pass(new SpatialDropoutSpec(0.25f), batch, PassMode.TRAINING);
        Tensor ones = filled(batch, 1f);
        float[] output = pass.forward(ones).copy().data();
        int dropped = 0;
        for (int sample = 0; sample < 40; sample++) {
            for (int feature = 0; feature < 30; feature++) {
                float first = output[sample * 600 + feature];
                assertThat(first).isIn(0f, 1f / 0.75f);
                dropped += first == 0f ? 1 : 0;
                for (int step = 1; step < 20; step++) {
                    assertThat(output[(sample * 20 + step) * 30 + feature]).isEqualTo(first);
                }
            }
        }
        assertThat(dropped / 1200.0).isCloseTo(0.25, within(0.04));
        pass.backward(ones);
        assertThat(pass.inputGradient().data()).isEqualTo(output);
        assertThat(pass.forward(ones).data()).isNotEqualTo(output);
    }

    @Test
    void noiseSpreadsAsItShouldAndLeavesGradientsAlone() {
        Shape batch = Shape.vector(100).withBatch(100);
        LayerPass pass = pass(new GaussianNoiseSpec(0.5f), batch, PassMode.TRAINING);
        double squares = 0;
        for (float value : pass.forward(filled(batch, 3f)).data()) {
            squares += (value - 3) * (value - 3);
        }
        assertThat(Math.sqrt(squares / 10_000)).isCloseTo(0.5, within(0.015));
        pass.backward(filled(batch, 2f));
        assertThat(pass.inputGradient().data()).containsOnly(2f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsThereForTrainingIsNotThereInInference(boolean dropout) {
        LayerSpec spec = dropout ? new SpatialDropoutSpec(0.5f) : new GaussianNoiseSpec(1);
        Tensor input = filled(SEQUENCE.withBatch(2), 1f);
        LayerPass pass = pass(spec, input.shape(), PassMode.INFERENCE);
        assertThat(pass.forward(input)).isSameAs(input);
        assertThatIllegalStateException().isThrownBy(() -> pass.backward(input)).withMessageContaining(spec.kind());
        assertThatIllegalStateException().isThrownBy(pass::inputGradient).withMessageContaining("PassMode.TRAINING");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPassRefusesAnotherShapeAndAModeItWasNotMadeFor(boolean copies) {
        LayerSpec spec = copies ? new LastStepSpec() : new FlattenSpec();
        Shape batch = SEQUENCE.withBatch(2);
        LayerPass inference = pass(spec, batch, PassMode.INFERENCE);
        Tensor output = inference.forward(Tensor.zeros(batch));
        assertThatIllegalArgumentException().isThrownBy(() -> inference.forward(Tensor.zeros(SEQUENCE.withBatch(1))))
                .withMessageContaining("[batch 1, steps 3, features 2]").withMessageContaining("batch 2");
        assertThatIllegalStateException().isThrownBy(() -> inference.backward(output)).withMessageContaining("mode");
        LayerPass onData = pass(spec, batch, PassMode.TRAINING_ON_DATA);
        onData.forward(Tensor.zeros(batch));
        assertThatIllegalArgumentException().isThrownBy(() -> onData.backward(Tensor.zeros(batch)))
                .withMessageContaining("output gradient");
        onData.backward(output);
        assertThatIllegalStateException().isThrownBy(onData::inputGradient).withMessageContaining("PassMode.TRAINING");
    }

    private static Shape built(LayerSpec spec, Shape sample) {
        return spec.build("4", sample, new RandomStreams(1)).outputShape(sample);
    }

    private static void assertRefused(LayerSpec spec, Shape sample, String... reasons) {
        assertThatIllegalArgumentException().isThrownBy(() -> built(spec, sample))
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
    }

    private static float[] run(LayerSpec spec, Tensor input) {
        return pass(spec, input.shape(), PassMode.INFERENCE).forward(input).data();
    }

    private static LayerPass pass(LayerSpec spec, Shape batch, PassMode mode) {
        return spec.build("4", batch.withoutBatch(), new RandomStreams(1)).newPass(batch, mode, Compute.shared());
    }

    private static Tensor filled(Shape shape, float value) {
        Tensor tensor = Tensor.zeros(shape);
        Arrays.fill(tensor.data(), value);
        return tensor;
    }
}
