package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;

/// What is no graph is refused with the name of the node.
class GraphSpecTest {

    @Test
    void refusesWhatIsNotThereYet() {
        refused(oneInput().layer("b", new DenseSpec(1), "c").layer("c", new DenseSpec(1), "a").outputs("b"),
                "node \"b\" reads \"c\", but before it there are only [a]; name one of them, or add \"c\" before it");
        refused(oneInput().layer("b", new DenseSpec(1), "b").outputs("b"), "node \"b\" reads \"b\"");
        refused(oneInput().merge("b", Merge.ADD, "a", "A").outputs("b"), "node \"b\" reads \"A\"");
    }

    @Test
    void refusesNamesThatAreThereTwice() {
        String message = "there are two of the name \"a\" in the graph; give each input and node a name of its own";
        refused(oneInput().layer("a", new DenseSpec(1), "a").outputs("a"), message);
        refused(oneInput().input("a", Shape.vector(2)).layer("b", new DenseSpec(1), "a").outputs("b"),
                "there are two parts \"a\"");
    }

    @Test
    void refusesWhatNobodyReads() {
        refused(oneInput().input("c", Shape.vector(2)).layer("b", new DenseSpec(1), "a").outputs("b"),
                "no node reads the input \"c\", and it is no output; leave it out, or let a node read it");
        refused(oneInput().layer("b", new DenseSpec(1), "a").layer("c", new DenseSpec(1), "a").outputs("b"),
                "no node reads the node \"c\", and it is no output; leave it out, or let a node read it");
    }

    @Test
    void refusesOutputsThatAreNoneOfItsNodes() {
        GraphBuilder builder = oneInput().layer("b", new DenseSpec(1), "a");
        String message = "the outputs of a graph must be one or more of its nodes [b], each once, but were ";
        refused(builder, message + "[]");
        refused(builder.outputs("a"), message + "[a]");
        refused(builder.outputs("b", "b"), message + "[b, b]");
        refused(builder.outputs("b", "c"), message + "[b, c]");
    }

    @Test
    void refusesMergesOfTooFewOrTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> oneInput().merge("b", Merge.ADD, "a"))
                .withMessage("node \"b\" is to add [a], but that takes two or more; name what it reads");
        assertThatIllegalArgumentException().isThrownBy(() -> oneInput().merge("b", Merge.SUBTRACT, "a", "a", "a"))
                .withMessage("node \"b\" is to subtract [a, a, a], but that takes two; name what it reads");
    }

    @Test
    void namesALayerThatCannotTakeWhatItReads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneInput().layer("b", new MaskingSpec(), "a").outputs("b").build().network(1))
                .withMessageContaining("layer \"0.b masking\" takes sequences");
    }

    @Test
    void isStatefulIfALayerIs() {
        GraphBuilder builder = GraphSpec.builder().input("a", Shape.sequence(3, 2));
        assertThat(builder.layer("b", new LstmSpec(2), "a").outputs("b").build().stateful()).isFalse();
        assertThat(builder.layer("c", new LstmSpec(2).withStateful(true), "a").outputs("b", "c").build().stateful())
                .isTrue();
    }

    private static GraphBuilder oneInput() {
        return GraphSpec.builder().input("a", Shape.vector(2));
    }

    private static void refused(GraphBuilder builder, String message) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageStartingWith(message);
    }
}
