package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Steps that do not count, on their way through a graph.
class GraphMaskTest {

    private static final Shape SEQUENCE = Shape.sequence(3, 1);

    @Test
    void aStepCountsIfItCountsForAllThatIsMerged() {
        GraphSpec spec = GraphSpec.builder().input("a", SEQUENCE).input("b", SEQUENCE).input("c", Shape.vector(1))
                .layer("counting a", new MaskingSpec(), "a").layer("counting b", new MaskingSpec(), "b")
                .layer("repeated c", new RepeatVectorSpec(3), "c")
                .merge("m", Merge.CONCATENATE, "repeated c", "counting a", "counting b").outputs("m").build();
        LayerPass pass = pass(spec, 2);
        pass.forward(Tensor.of(Shape.vector(7).withBatch(2), 1, 1, 0, 1, 0, 1, 5, 1, 1, 1, 1, 1, 1, 5));
        StepMask mask = Objects.requireNonNull(pass.outputMask(null));
        assertThat(mask.counts(0, 0)).isTrue();
        assertThat(mask.counts(0, 1)).isFalse();
        assertThat(mask.counts(0, 2)).isFalse();
        assertThat(mask.length(1)).isEqualTo(3);
        pass.forward(Tensor.of(Shape.vector(7).withBatch(2), 0, 1, 1, 0, 1, 1, 5, 0, 0, 0, 1, 1, 1, 5));
        assertThat(mask.length(0)).isEqualTo(2);
        assertThat(mask.length(1)).isZero();
    }

    /// What stands beside a step that does not count is not looked at either.
    @Test
    void layersAfterAMergePassOverTheSteps() {
        GraphSpec spec = maskedBesideUnmasked().layer("memory", new LstmSpec(4), "m").outputs("memory").build();
        LayerPass pass = pass(spec, 1);
        float[] said = pass.forward(joined(2, 0, 3, 5, 6, 7)).copy().data();
        assertThat(pass.forward(joined(2, 0, 3, 5, -100, 7)).data()).isEqualTo(said);
        assertThat(pass.forward(joined(2, 1, 3, 5, -100, 7)).data()).isNotEqualTo(said);
        Tensor shorter = Tensor.of(Shape.sequence(2, 2).withBatch(1), 2, 5, 3, 7);
        Graph graph = spec.build("0", spec.inputs().shape(), new RandomStreams(1));
        assertThat(graph.layer("memory").newPass(shorter.shape(), PassMode.INFERENCE, Compute.shared()).forward(shorter)
                .data()).isEqualTo(said);
    }

    @Test
    void aMaskThatCameFromOutsideGoesThroughASingleInput() {
        GraphSpec spec = GraphSpec.builder().input("x", SEQUENCE).layer("memory", new LstmSpec(4), "x")
                .outputs("memory").build();
        LayerPass pass = pass(spec, 1);
        Tensor input = Tensor.of(SEQUENCE.withBatch(1), 1, 2, 100);
        float[] masked = pass.forward(input, StepMask.ofLengths(3, 2)).copy().data();
        input.data()[2] = -5;
        assertThat(pass.forward(input, StepMask.ofLengths(3, 2)).data()).isEqualTo(masked);
        assertThat(pass.forward(input).data()).isNotEqualTo(masked);
    }

    @Test
    void aSingleOutputHandsItsMaskOnToLaterLayers() {
        Sequential network = Sequential.input(Shape.vector(6))
                .add(maskedBesideUnmasked().outputs("m").build()).add(new LstmSpec(4)).add(new DenseSpec(2)).build(1);
        Tensor input = joined(2, 0, 3, 5, 6, 7);
        float[] said = network.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input).data();
        assertThat(Predictor.of(network).predict(input).data()).isEqualTo(said);
        input.data()[4] = -100;
        assertThat(Predictor.of(network).predict(input).data()).isEqualTo(said);
    }

    @Test
    void refusesAMaskThatTheLossWouldNotSee() {
        GraphSpec spec = maskedBesideUnmasked().layer("steps", new DenseSpec(1), "m")
                .layer("last", new LstmSpec(1), "m").outputs("last", "steps").build();
        assertThatIllegalArgumentException().isThrownBy(() -> pass(spec, 1).forward(joined(1, 1, 1, 1, 1, 1)))
                .withMessage(
                        "output \"steps\" of layer \"0 graph\" has steps that do not count, but several outputs stand"
                                + " end to end without an axis of steps, so that the loss would count them; let the graph give"
                                + " this output alone (merged with the other sequences, if there are any), or make a vector of it"
                                + " with LastStepSpec or a recurrent layer that returns its last step");
        GraphSpec vectors = maskedBesideUnmasked().layer("first", new LstmSpec(1), "m")
                .layer("last", new LstmSpec(1), "m").outputs("last", "first").build();
        assertThat(Arrays.equals(pass(vectors, 1).forward(joined(1, 1, 1, 1, 1, 1)).data(), new float[2])).isFalse();
    }

    /// `m` [steps 3, features 2]: of `a` only steps that are not 0 count.
    private static GraphBuilder maskedBesideUnmasked() {
        return GraphSpec.builder().input("a", SEQUENCE).input("b", SEQUENCE)
                .layer("counting", new MaskingSpec(), "a").merge("m", Merge.CONCATENATE, "counting", "b");
    }

    private static Tensor joined(float... values) {
        return Tensor.of(Shape.vector(6).withBatch(1), values);
    }

    private static LayerPass pass(GraphSpec spec, int batch) {
        Shape shape = spec.inputs().shape();
        return spec.build("0", shape, new RandomStreams(1)).newPass(shape.withBatch(batch), PassMode.INFERENCE,
                Compute.shared());
    }
}
