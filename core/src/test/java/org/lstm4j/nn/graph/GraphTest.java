package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class GraphTest {

    private static final Shape SEQUENCE = Shape.sequence(5, 2);
    private static final LayerSpec ONE = new LstmSpec(7).withReturnSequences(true);
    private static final LayerSpec TWO = new LstmSpec(4);
    private static final LayerSpec PENALTY = new ActivityRegularizationSpec(0.1, 0.2);
    private static final LayerSpec THREE = new DenseSpec(3).withActivation(Activation.TANH);

    @ParameterizedTest
    @EnumSource(names = {"TRAINING", "TRAINING_ON_DATA"})
    void aChainIsTheSameLayersInARow(PassMode mode) {
        Sequential row = Sequential.input(SEQUENCE).add(ONE).add(PENALTY).add(TWO).add(THREE).build(3);
        Sequential chain = GraphSpec.builder().input("x", SEQUENCE).layer("one", ONE, "x")
                .layer("penalty", PENALTY, "one").layer("two", TWO, "penalty")
                .layer("three", THREE, "two").outputs("three").build().network(4);
        for (int index = 0; index < row.parameters().size(); index++) {
            float[] weights = row.parameters().get(index).value();
            System.arraycopy(weights, 0, chain.parameters().get(index).value(), 0, weights.length);
        }
        Tensor input = uniform(SEQUENCE.withBatch(6));
        SequentialPass rowPass = row.newPass(input.shape(), mode, Compute.shared());
        SequentialPass chainPass = chain.newPass(input.shape(), mode, Compute.shared());
        Tensor output = rowPass.forward(input);
        assertThat(chainPass.forward(input).data()).isEqualTo(output.data());
        assertThat(chainPass.penalty()).isEqualTo(rowPass.penalty()).isPositive();

        Tensor outputGradient = uniform(output.shape());
        rowPass.backward(outputGradient, 0.5f);
        chainPass.backward(outputGradient, 0.5f);
        for (int index = 0; index < row.parameters().size(); index++) {
            assertThat(chain.parameters().get(index).gradient()).isEqualTo(row.parameters().get(index).gradient());
        }
        if (mode == PassMode.TRAINING) {
            assertThat(chainPass.inputGradient().data()).isEqualTo(rowPass.inputGradient().data());
        }
    }

    /// Since its one input is no vector of several end to end, it need not have the steps it was built for.
    @Test
    void aGraphOfOneInputTakesOtherSteps() {
        Graph graph = GraphSpec.builder().input("x", SEQUENCE).layer("one", ONE, "x").outputs("one").build()
                .build("0", SEQUENCE, new RandomStreams(1));
        assertThat(graph.outputShape(Shape.sequence(9, 2))).hasToString("[steps 9, units 7]");
        Tensor longer = uniform(Shape.sequence(9, 2).withBatch(1));
        assertThat(graph.newPass(longer.shape(), PassMode.INFERENCE, Compute.shared()).forward(longer).shape())
                .hasToString("[batch 1, steps 9, units 7]");
    }

    @Test
    void parametersAreNamedByPlaceAndNode() {
        Sequential network = shops().network(1);
        assertThat(network.parameters()).extracting(Parameter::name).containsExactly("0.memory.weight_ih_l0",
                "0.memory.weight_hh_l0", "0.memory.bias_l0", "0.shop vector.weight", "0.demand.weight", "0.demand.bias",
                "0.peak.weight", "0.peak.bias");
        assertThat(Graph.of(network).layer("demand").name()).isEqualTo("0.demand dense");
    }

    @Test
    void summaryShowsItsNodesAndWhatTheyRead() {
        assertThat(shops().network(1).summary().lines()).containsExactly(
                "layer                     output shape                  parameters  reads",
                "-----------------------------------------------------------------------------------------------",
                "input                     [batch, features 13]                   0",
                "0 graph                   [batch, features 2]                  254",
                "  history: input          [batch, steps 5, features 2]           0",
                "  calendar: input         [batch, features 2]                    0",
                "  shop: input             [batch, features 1]                    0",
                "  memory: lstm            [batch, units 6]                     216  history",
                "  shop vector: embedding  [batch, features 1, units 2]          16  shop",
                "  flat shop: flatten      [batch, features 2]                    0  shop vector",
                "  joined: concatenate     [batch, features 10]                   0  memory, calendar, flat shop",
                "  demand: dense, output   [batch, outputs 1]                    11  joined",
                "  peak: dense, output     [batch, outputs 1]                    11  joined",
                "-----------------------------------------------------------------------------------------------",
                "total                                                          254");
    }

    @Test
    void predictsOutputsThatStandEndToEnd() {
        Graph graph = Graph.of(shops().network(1));
        assertThat(graph.outputs().names()).containsExactly("demand", "peak");
        assertThat(graph.outputs().shape()).isEqualTo(Shape.vector(2));
        assertThat(graph.inputs()).isEqualTo(shops().inputs());
    }

    @Test
    void nothingIsCarriedBackToData() {
        GraphSpec spec = shops();
        LayerPass pass = pass(spec, PassMode.TRAINING_ON_DATA);
        Tensor output = pass.forward(Tensor.zeros(spec.inputs().shape().withBatch(3)));
        pass.backward(output);
        assertThatThrownBy(pass::inputGradient).isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "layer \"0 graph\" runs in mode TRAINING_ON_DATA, which computes no input gradient; make the"
                                + " pass with PassMode.TRAINING");
        LayerPass answering = pass(spec, PassMode.INFERENCE);
        assertThatThrownBy(() -> answering.backward(output)).isInstanceOf(IllegalStateException.class)
                .hasMessage("layer \"0 graph\" can run backward only in a training mode; its mode is INFERENCE");
    }

    @Test
    void aLayerWithinForgetsItsStateWhenTold() {
        GraphSpec spec = GraphSpec.builder().input("x", SEQUENCE).layer("one", new LstmSpec(3).withStateful(true), "x")
                .outputs("one").build();
        LayerPass pass = pass(spec, PassMode.INFERENCE);
        Tensor input = uniform(SEQUENCE.withBatch(3));
        float[] first = pass.forward(input).copy().data();
        assertThat(pass.forward(input).data()).isNotEqualTo(first);
        pass.resetState();
        assertThat(pass.forward(input).data()).isEqualTo(first);
    }

    @Test
    void aGraphMayBeALayerOfAGraph() {
        GraphSpec inner = GraphSpec.builder().input("u", Shape.vector(2)).layer("v", new DenseSpec(2), "u")
                .merge("w", Merge.ADD, "u", "v").outputs("w").build();
        Sequential network = GraphSpec.builder().input("a", Shape.vector(2)).input("b", Shape.vector(2))
                .layer("inner", inner, "a").merge("sum", Merge.ADD, "inner", "b").outputs("sum").build().network(1);
        assertThat(network.parameters()).extracting(Parameter::name).containsExactly("0.inner.v.weight",
                "0.inner.v.bias");
        Parameter weight = network.parameters().getFirst();
        System.arraycopy(new float[]{2, 0, 0, 3}, 0, weight.value(), 0, 4);
        Tensor input = Tensor.of(Shape.vector(4).withBatch(1), 1, 10, 100, 1000);
        assertThat(network.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input).data())
                .containsExactly(103, 1040);
    }

    @Test
    void refusesInputsOfAnotherShape() {
        LayerPass pass = pass(shops(), PassMode.INFERENCE);
        assertThatIllegalArgumentException().isThrownBy(() -> pass.forward(Tensor.zeros(Shape.vector(12).withBatch(3))))
                .withMessage(
                        "the input of layer \"0 graph\" has shape [batch 3, features 12], but this pass was made for"
                                + " [batch 3, features 13]");
        Graph graph = Graph.of(shops().network(1));
        assertThatIllegalArgumentException().isThrownBy(() -> graph.outputShape(Shape.vector(12)))
                .withMessage(
                        "the parts [history, calendar, shop] stand end to end in [features 13], but the samples are"
                                + " [features 12]; join them with the graph's own parts");
    }

    @Test
    void saysWhenANetworkIsNoGraph() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.of(Sequential.input(SEQUENCE).add(TWO).add(THREE).build(1)))
                .withMessage("the network is no single graph, but has the layers [0 lstm, 1 dense]; build it with"
                        + " GraphSpec.network, or take the graph from layers()");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.of(shops().network(1)).layer("joined"))
                .withMessage(
                        "layer \"0 graph\" has no layer \"joined\"; it has [memory, shop vector, flat shop, demand,"
                                + " peak]");
    }

    private static GraphSpec shops() {
        return GraphSpec.builder().input("history", SEQUENCE).input("calendar", Shape.vector(2))
                .input("shop", Shape.vector(1))
                .layer("memory", new LstmSpec(6), "history")
                .layer("shop vector", new EmbeddingSpec(8, 2), "shop")
                .layer("flat shop", new FlattenSpec(), "shop vector")
                .merge("joined", Merge.CONCATENATE, "memory", "calendar", "flat shop")
                .layer("demand", new DenseSpec(1), "joined")
                .layer("peak", new DenseSpec(1).withActivation(Activation.SIGMOID), "joined")
                .outputs("demand", "peak")
                .build();
    }

    private static LayerPass pass(GraphSpec spec, PassMode mode) {
        Shape shape = spec.inputs().shape();
        return spec.build("0", shape, new RandomStreams(1)).newPass(shape.withBatch(3), mode, Compute.shared());
    }

    private static Tensor uniform(Shape shape) {
        RandomStream random = new RandomStreams(5).stream("inputs");
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
