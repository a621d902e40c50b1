package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lstm4j.ModelFileException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.onnx.OnnxAttribute.Numbers;
import org.lstm4j.interop.onnx.OnnxAttribute.Real;
import org.lstm4j.interop.onnx.OnnxAttribute.Text;
import org.lstm4j.interop.onnx.OnnxAttribute.Texts;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Layer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Graphs as other exporters write them, against ONNX Runtime, and nodes with settings that no layer of ours has.
final class HandMadeModelTest {

    private static final int FEATURES = 3;
    private static final int UNITS = 4;
    private static final long LSTM_ROWS = 4L * UNITS;
    private static final long BACK = Long.MIN_VALUE + 1;
    private static final Map<String, OnnxAttribute> NONE = Map.of();

    @Test
    void readsTwoNodesOfWhichOneSeesTheStepsTurnedRound() throws OrtException {
        verify((graph, x) -> {
            String forward = squeezed(graph, lstm(graph, x, NONE).get(0), 1);
            String turned = turnedRound(graph, x);
            String backward = turnedRound(graph, squeezed(graph, lstm(graph, turned, NONE).get(0), 1));
            return graph.node("Concat", List.of(forward, backward), axis(2));
        }, "bidirectional");
    }

    @Test
    void readsALayerThatGoesBackwardsUnderAnother() throws OrtException {
        verify((graph, x) -> {
            Map<String, OnnxAttribute> reverse = Map.of("direction", new Text("reverse"));
            String backward = squeezed(graph, lstm(graph, x, reverse).get(0), 1);
            return squeezed(graph, lstm(graph, backward, NONE, UNITS, 1).get(1), 0);
        }, "lstm", "lstm");
    }

    @Test
    void readsTheLastStepsOfTwoNodes() throws OrtException {
        verify((graph, x) -> {
            Map<String, OnnxAttribute> reverse = Map.of("direction", new Text("reverse"));
            String backward = graph.node("Gather",
                    List.of(squeezed(graph, lstm(graph, x, reverse).get(0), 1), graph.whole("first", 0)), axis(0));
            String forward = squeezed(graph, lstm(graph, x, NONE).get(1), 0);
            return graph.node("Concat", List.of(forward, backward), axis(-1));
        }, "bidirectional");
    }

    @Test
    void readsDirectionsThatAreSplitAndAdded() throws OrtException {
        verify((graph, x) -> {
            List<String> halves = graph.nodes("Split", List.of(both(graph, x).get(1)), axis(0), 2);
            String sum = graph.node("Add", List.of(halves.get(1), halves.get(0)));
            return squeezed(graph, sum, 0);
        }, "bidirectional");
    }

    @Test
    void readsOneDirectionOfTwo() throws OrtException {
        verify((graph, x) -> graph.node("Gather", List.of(both(graph, x).get(1), graph.whole("second", 1)), axis(0)),
                "lstm");
    }

    @Test
    void readsAProductOverStepsAndSamplesTogether() throws OrtException {
        verify((graph, x) -> {
            String every = squeezed(graph, lstm(graph, x, NONE).get(0), 1);
            String shape = graph.node("Shape", List.of(every));
            String row = graph.node("Reshape", List.of(every, graph.wholes("row", -1, UNITS)));
            String product = graph.node("MatMul", List.of(row, numbers(graph, "weight", UNITS, 2)));
            String biased = graph.node("Add", List.of(product, numbers(graph, "bias", 2)));
            String two = graph.node("Slice",
                    List.of(shape, graph.wholes("from", 0), graph.wholes("to", 2), graph.wholes("axes", 0)));
            String back = graph.node("Concat", List.of(two, graph.wholes("outputs", 2)), axis(0));
            return graph.node("Relu", List.of(graph.node("Reshape", List.of(biased, back))));
        }, "lstm", "dense");
    }

    @Test
    void readsSamplesBeforeStepsWhereTheNodeHasThem() {
        byte[] stepsFirst = model((graph, x) -> squeezed(graph, lstm(graph, x, NONE).get(1), 0));
        byte[] batchFirst = model(false, (graph, x) -> squeezed(graph,
                lstm(graph, x, Map.of("layout", new Whole(1))).get(1), 1));
        Tensor input = OnnxRuntime.normal(Shape.sequence(6, FEATURES).withBatch(2), 4);
        assertThat(answer(read(batchFirst), input)).isEqualTo(answer(read(stepsFirst), input));
    }

    @Test
    void readsActivationsWithNumbers() throws OrtException {
        Map<String, OnnxAttribute> settings = new LinkedHashMap<>();
        settings.put("activations", new Texts(List.of("HardSigmoid", "Softsign", "softsign")));
        settings.put("activation_alpha", new Numbers(List.of(1 / 6f)));
        settings.put("activation_beta", new Numbers(List.of(0.5f)));
        verify((graph, x) -> squeezed(graph, lstm(graph, x, settings).get(1), 0), "lstm");
    }

    @Test
    void refusesSettingsOfCellsThatOursHaveNot() {
        refuse(Map.of("clip", new Real(3f)), "(LSTM): it clips");
        refuse(Map.of("input_forget", new Whole(1)), "couples input and forget gate");
        refuse(Map.of("direction", new Text("sideways")), "unknown direction");
        refuse(Map.of("hidden_size", new Whole(7)), "hidden_size does not fit");
        refuse(Map.of("activations", new Texts(List.of("Sigmoid", "Tanh", "Relu"))), "different activations");
        refuse(Map.of("activations", new Texts(List.of("HardSigmoid", "Tanh", "Tanh"))), "other settings than our");
        refuse(Map.of("activations", new Texts(List.of("Sigmoid"))), "another number of activations");
        refuse(Map.of("activations", new Texts(List.of("Sigmoid", "ThresholdedRelu", "Tanh"))), "no cell of ours");
        refuse(Map.of("activation_alpha", new Numbers(List.of(1f))), "more numbers for activations");
        refuse(Map.of("magic", new Whole(1)), "it has the setting 'magic'");
        refuse(Map.of("layout", new Text("1")), "of another kind");
    }

    @Test
    void refusesAResetGateBeforeTheProduct() {
        byte[] model = model((graph, x) -> squeezed(graph, graph.nodes("GRU",
                List.of(x, numbers(graph, "W", 1, 3 * UNITS, FEATURES), numbers(graph, "R", 1, 3 * UNITS, UNITS)),
                NONE, 2).get(1), 0));
        assertRefused(model, "linear_before_reset 1");
    }

    @Test
    void refusesLengthsAndStatesThatAreNotZero() {
        assertRefused(withInputs(4, graph -> graph.wholes("lengths", 5, 6)), "sequences have lengths of their own");
        assertRefused(withInputs(5, graph -> numbers(graph, "h0", 1, 2, UNITS)), "begins with a state other than 0");
        assertRefused(withInputs(5, graph -> graph.node("ConstantOfShape", List.of(graph.wholes("shape", 1, 2, 7)),
                NONE)), "expected 4 units; received 7 units");
        assertThat(read(withInputs(5, graph -> graph.numbers("h0", new float[2 * UNITS], 1, 2, UNITS))).assumptions())
                .singleElement().asString().contains("steps before samples");
    }

    @Test
    void refusesCellStatesAsOutput() {
        assertRefused(model((graph, x) -> squeezed(graph, lstm(graph, x, NONE).get(2), 0)), "cell states");
    }

    @Test
    void refusesTheFirstStepAndStepsInReverse() {
        assertRefused(model((graph, x) -> graph.node("Gather",
                List.of(squeezed(graph, lstm(graph, x, NONE).get(0), 1), graph.whole("first", 0)), axis(0))),
                "a step is used that has not seen the others");
        assertRefused(model((graph, x) -> squeezed(graph,
                lstm(graph, x, Map.of("direction", new Text("reverse"))).get(0), 1)), "steps in reverse");
    }

    @Test
    void refusesDirectionsThatAreNotMerged() {
        assertRefused(model((graph, x) -> both(graph, x).get(1)), "neither put side by side nor chosen from");
    }

    private static byte[] withInputs(int place, Function<GraphBuilder, String> value) {
        return model((graph, x) -> {
            List<String> inputs = new ArrayList<>(
                    List.of(x, numbers(graph, "W", 1, LSTM_ROWS, FEATURES), numbers(graph, "R", 1, LSTM_ROWS, UNITS)));
            while (inputs.size() < place) {
                inputs.add("");
            }
            inputs.add(value.apply(graph));
            return squeezed(graph, graph.nodes("LSTM", inputs, NONE, 3).get(1), 0);
        });
    }

    private static void refuse(Map<String, OnnxAttribute> settings, String message) {
        assertRefused(model((graph, x) -> squeezed(graph, lstm(graph, x, settings).get(1), 0)), message);
    }

    private static void assertRefused(byte[] model, String message) {
        assertThatThrownBy(() -> read(model)).isInstanceOf(ModelFileException.class).hasMessageContaining("node '")
                .hasMessageContaining(message);
    }

    /// Compares our answers with ONNX Runtime's, which gets steps first, and looks at the layers.
    private static void verify(BiFunction<GraphBuilder, String, String> nodes, String... kinds) throws OrtException {
        byte[] model = model(nodes);
        ImportedModel imported = read(model);
        assertThat(imported.network().layers().stream().map(Layer::spec).map(spec -> spec.kind()))
                .containsExactly(kinds);
        // one sample: its numbers stand in the same order, steps first or not
        Tensor one = OnnxRuntime.normal(Shape.sequence(9, FEATURES).withBatch(1), 2);
        Tensor turned = Tensor.of(Shape.sequence(1, FEATURES).withBatch(9), one.data());
        Fixture.assertClose(answer(imported, one),
                OnnxRuntime.run(model, Map.of("input", turned)).values().iterator().next());
    }

    private static float[] answer(ImportedModel model, Tensor input) {
        return Predictor.of(model.network()).predict(input).data();
    }

    private static byte[] model(BiFunction<GraphBuilder, String, String> nodes) {
        return model(true, nodes);
    }

    private static byte[] model(boolean stepsFirst, BiFunction<GraphBuilder, String, String> nodes) {
        GraphBuilder graph = new GraphBuilder();
        String x = graph.input("input", stepsFirst
                ? List.of("steps", "batch", (long) FEATURES)
                : List.of("batch", "steps", (long) FEATURES));
        String result = nodes.apply(graph, x);
        graph.output("output", result);
        return graph.toBytes();
    }

    private static List<String> lstm(GraphBuilder graph, String x, Map<String, OnnxAttribute> settings) {
        return lstm(graph, x, settings, FEATURES, 1);
    }

    private static List<String> both(GraphBuilder graph, String x) {
        return lstm(graph, x, Map.of("direction", new Text("bidirectional")), FEATURES, 2);
    }

    private static List<String> lstm(GraphBuilder graph, String x, Map<String, OnnxAttribute> settings, int features,
            int directions) {
        Map<String, OnnxAttribute> all = new LinkedHashMap<>();
        all.put("hidden_size", new Whole(UNITS));
        all.putAll(settings);
        return graph.nodes("LSTM", List.of(x, numbers(graph, "W", directions, LSTM_ROWS, features),
                numbers(graph, "R", directions, LSTM_ROWS, UNITS), numbers(graph, "B", directions, 2 * LSTM_ROWS)), all,
                3);
    }

    private static String numbers(GraphBuilder graph, String name, long... shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        return graph.numbers(name, OnnxRuntime.normal(Shape.vector(count), count + name.hashCode()).data(), shape);
    }

    private static String squeezed(GraphBuilder graph, String value, int axis) {
        return graph.node("Squeeze", List.of(value, graph.wholes("axes", axis)));
    }

    private static String turnedRound(GraphBuilder graph, String value) {
        return graph.node("Slice", List.of(value, graph.wholes("from", -1), graph.wholes("to", BACK),
                graph.wholes("axes", 0), graph.wholes("step", -1)));
    }

    private static Map<String, OnnxAttribute> axis(int axis) {
        return Map.of("axis", new Whole(axis));
    }

    private static ImportedModel read(byte[] model) {
        return OnnxReader.read(ByteSource.of("model", model), null, ImportOptions.NONE);
    }
}
