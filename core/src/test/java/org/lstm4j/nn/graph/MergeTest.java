package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Merges by numbers that can be checked by hand.
class MergeTest {

    /// a = [1, 5], b = [4, −2], c = [0, 5]; the gradient of the output is [10, 100].
    @ParameterizedTest
    @CsvSource(textBlock = """
            add,       5   8, 10 100, 10 100, 10 100
            multiply,  0 -50,  0 -1000, 0 2500, 40 -1000
            maximum,   4   5,  0 100, 10   0,  0   0
            minimum,   0  -2,  0   0,  0 100, 10   0
            """)
    void mergesThreeElementByElement(String merge, String output, String a, String b, String c) {
        LayerPass pass = graph(Merge.valueOf(merge.toUpperCase(Locale.ROOT)), "a", "b", "c");
        assertThat(pass.forward(joined(1, 5, 4, -2, 0, 5)).data()).containsExactly(numbers(output));
        pass.backward(Tensor.of(Shape.vector(2).withBatch(1), 10, 100));
        assertThat(pass.inputGradient().data()).containsExactly(numbers(a + " " + b + " " + c));
    }

    @Test
    void averagesThree() {
        LayerPass pass = graph(Merge.AVERAGE, "a", "b", "c");
        assertThat(pass.forward(joined(1, 5, 4, -2, 1, 6)).data()).containsExactly(2, 3);
        pass.backward(Tensor.of(Shape.vector(2).withBatch(1), 30, 3));
        assertThat(pass.inputGradient().data()).usingComparatorWithPrecision(1e-5f).containsExactly(10, 1, 10, 1, 10,
                1);
    }

    @Test
    void subtractsTheSecondFromTheFirst() {
        LayerPass pass = graph(Merge.SUBTRACT, "a", "b");
        assertThat(pass.forward(joined(1, 5, 4, -2)).data()).containsExactly(-3, 7);
        pass.backward(Tensor.of(Shape.vector(2).withBatch(1), 10, 100));
        assertThat(pass.inputGradient().data()).containsExactly(10, 100, -10, -100);
    }

    @Test
    void concatenatesRowByRow() {
        GraphSpec spec = GraphSpec.builder().input("a", Shape.sequence(2, 2)).input("b", Shape.sequence(2, 1))
                .merge("m", Merge.CONCATENATE, "a", "b").outputs("m").build();
        LayerPass pass = pass(spec);
        Tensor output = pass.forward(joined(1, 2, 3, 4, 5, 6));
        assertThat(output.shape()).hasToString("[batch 1, steps 2, features 3]");
        assertThat(output.data()).containsExactly(1, 2, 5, 3, 4, 6);
        pass.backward(Tensor.of(output.shape(), 1, 2, 3, 4, 5, 6));
        assertThat(pass.inputGradient().data()).containsExactly(1, 2, 4, 5, 3, 6);
    }

    /// a·a has the slope 2a, and a + a + a the slope 3.
    @Test
    void whatIsReadTwiceHasBothGradients() {
        LayerPass squared = graph(Merge.MULTIPLY, "a", "a", "b");
        squared.forward(joined(3, 4, 1, 1));
        squared.backward(Tensor.of(Shape.vector(2).withBatch(1), 1, 10));
        assertThat(squared.inputGradient().data()).containsExactly(6, 80, 9, 160);
        LayerPass tripled = graph(Merge.ADD, "a", "b", "a", "a");
        tripled.forward(joined(3, 4, 1, 1));
        tripled.backward(Tensor.of(Shape.vector(2).withBatch(1), 1, 10));
        assertThat(tripled.inputGradient().data()).containsExactly(3, 30, 1, 10);
    }

    @Test
    void extremesAreNaNWhereOneIs() {
        for (Merge merge : new Merge[]{Merge.MAXIMUM, Merge.MINIMUM}) {
            assertThat(graph(merge, "a", "b").forward(joined(Float.NaN, 1, 2, Float.NaN)).data())
                    .containsExactly(Float.NaN, Float.NaN);
        }
    }

    @Test
    void saysWhatCannotBeMerged() {
        GraphBuilder vectors = GraphSpec.builder().input("a", Shape.vector(2)).input("b", Shape.vector(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors.merge("m", Merge.ADD, "a", "b").outputs("m").build().network(1))
                .withMessage(
                        "node \"m\" of layer \"0 graph\" is to add \"a\" [features 2] and \"b\" [features 3], but both"
                                + " must have the same sizes; bring one to the other's sizes, with a DenseSpec if it is the"
                                + " innermost axis");
        GraphBuilder mixed = GraphSpec.builder().input("a", Shape.vector(2)).input("b", Shape.sequence(7, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mixed.merge("m", Merge.CONCATENATE, "a", "b").outputs("m").build().network(1))
                .withMessage("node \"m\" of layer \"0 graph\" is to concatenate \"a\" [features 2] and \"b\" [steps 7,"
                        + " features 3], but all axes save the innermost must have the same sizes; say a vector at every"
                        + " step with RepeatVectorSpec(7), or make a vector of a sequence with LastStepSpec,"
                        + " GlobalPoolingSpec or FlattenSpec");
    }

    /// A merge of vectors of two numbers, [features 2] each.
    private static LayerPass graph(Merge merge, String... reads) {
        GraphBuilder builder = GraphSpec.builder();
        for (String name : new TreeSet<>(List.of(reads))) {
            builder.input(name, Shape.vector(2));
        }
        return pass(builder.merge("m", merge, reads).outputs("m").build());
    }

    private static LayerPass pass(GraphSpec spec) {
        return spec.build("0", spec.inputs().shape(), new RandomStreams(1))
                .newPass(spec.inputs().shape().withBatch(1), PassMode.TRAINING, Compute.shared());
    }

    private static Tensor joined(float... values) {
        return Tensor.of(Shape.vector(values.length).withBatch(1), values);
    }

    private static Float[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +")).map(Float::valueOf).toArray(Float[]::new);
    }
}
