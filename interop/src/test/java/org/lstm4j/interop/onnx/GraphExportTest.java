package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Graphs of layers say in ONNX Runtime what they say here.
final class GraphExportTest {

    private static final int BATCH = 5;
    private static final int STEPS = 9;
    private static final LstmSpec EVERY = new LstmSpec(8).withReturnSequences(true);

    @ParameterizedTest
    @EnumSource(Merge.class)
    void mergesSequences(Merge merge) throws OrtException {
        GraphSpec spec = GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", EVERY, "x")
                .layer("two", new DenseSpec(8), "x")
                .merge("both", merge, "one", "two")
                .layer("end", new GruSpec(4), "both")
                .outputs("end").build();
        requireSame(Shape.sequence(STEPS, 3), spec);
        requireSame(Shape.sequence(STEPS, 3), EVERY, new DenseSpec(3), spec, new DenseSpec(2));
    }

    @ParameterizedTest
    @EnumSource(value = Merge.class, mode = EnumSource.Mode.EXCLUDE, names = "SUBTRACT")
    void mergesThree(Merge merge) throws OrtException {
        requireSame(Shape.sequence(STEPS, 3), GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", new LstmSpec(4), "x")
                .layer("two", new GruSpec(4), "x")
                .layer("three", new LastStepSpec(), "x")
                .layer("four", new DenseSpec(4), "three")
                .merge("all", merge, "one", "two", "four")
                .outputs("all").build());
    }

    @Test
    void givesASequence() throws OrtException {
        requireSame(Shape.sequence(STEPS, 3), GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", EVERY, "x").outputs("one").build());
    }

    @Test
    void joinsInputsAndOutputs() throws OrtException {
        Sequential network = OnnxRuntime.shaken(several().network(3), 4);
        Tensor input = OnnxRuntime.normal(several().inputs().shape().withBatch(BATCH), 6);
        int rowSize = input.shape().last();
        for (int sample = 0; sample < BATCH; sample++) {
            for (int step = 0; step < STEPS; step++) {
                input.data()[sample * rowSize + STEPS * 3 + step] = (sample + step) % 7;
            }
        }
        requireSame(network, input);
    }

    /// Three inputs, three outputs, one of them a sequence that is read too; names that differ in a sign only.
    private static GraphSpec several() {
        return GraphSpec.builder().input("history", Shape.sequence(STEPS, 3))
                .input("shop", Shape.of(Axis.steps(STEPS)))
                .input("calendar", Shape.vector(4))
                .layer("shop vector", new EmbeddingSpec(7, 2), "shop")
                .layer("shop_vector", new DenseSpec(2), "shop vector")
                .layer("shop-vector", new DenseSpec(2), "shop vector")
                .merge("read", Merge.CONCATENATE, "history", "shop_vector", "shop-vector")
                .layer("memory", new BidirectionalSpec(EVERY), "read")
                .layer("last", new LastStepSpec(), "memory")
                .merge("joined", Merge.CONCATENATE, "last", "calendar")
                .layer("demand", new DenseSpec(1), "joined")
                .layer("repeated", new RepeatVectorSpec(4), "demand")
                .layer("decoder", EVERY.withGoBackwards(true), "repeated")
                .layer("peak", new DenseSpec(1).withActivation(Activation.SIGMOID), "joined")
                .outputs("peak", "decoder", "demand").build();
    }

    @Test
    void writesGraphsWithinLayers() throws OrtException {
        GraphSpec day = GraphSpec.builder().input("x", Shape.sequence(6, 2))
                .layer("one", EVERY, "x").layer("two", EVERY, "x").merge("sum", Merge.ADD, "one", "two")
                .outputs("sum").build();
        requireSame(Shape.of(Axis.steps(4), new Axis("hours", 6), Axis.features(2)),
                new TimeDistributedSpec(day), new TimeDistributedSpec(new LstmSpec(3)));
        requireSame(Shape.of(Axis.steps(3), new Axis("days", 4), new Axis("hours", 6), Axis.features(2)),
                new TimeDistributedSpec(new TimeDistributedSpec(new LstmSpec(3))), new TimeDistributedSpec(EVERY));
        requireSame(Shape.sequence(6, 2), ResidualSpec.around(day).withProjection(), new LstmSpec(3));
    }

    @Test
    void writesTheMeanOfWindowNetworks() throws OrtException {
        SegmentLstmSpec segments = new SegmentLstmSpec(new SegmentWindow(12, 6, 4).withKnown(1), 8).withOutputs(3);
        WindowMapSpec skip = new WindowMapSpec(12, 6, 1, 3, 1);
        requireSame(Shape.sequence(18, 2), GraphSpec.builder().input("window", Shape.sequence(18, 2))
                .layer("learned 0 of network 1", segments, "window").layer("skip of network 1", skip, "window")
                .merge("sum of network 1", Merge.ADD, "learned 0 of network 1", "skip of network 1")
                .layer("learned 0 of network 2", segments, "window").layer("skip of network 2", skip, "window")
                .merge("sum of network 2", Merge.ADD, "learned 0 of network 2", "skip of network 2")
                .merge("mean", Merge.AVERAGE, "sum of network 1", "sum of network 2").outputs("mean").build());
    }

    @Test
    void takesOtherNumbersOfSteps() throws OrtException {
        Sequential network = OnnxRuntime.shaken(GraphSpec.builder().input("x", Shape.sequence(STEPS, 3))
                .layer("one", EVERY, "x").layer("two", new DenseSpec(8), "x")
                .merge("difference", Merge.SUBTRACT, "one", "two").outputs("difference").build().network(1), 2);
        requireSame(network, OnnxRuntime.normal(Shape.sequence(STEPS + 4, 3).withBatch(1), 3));
    }

    @Test
    void refusesStatesWithinGraphsOnly() {
        assertThatThrownBy(() -> OnnxWriter.toBytes(several().network(1), ExportOptions.PLAIN.withStates(true)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("layer \"0 graph\" cannot be written as ONNX")
                .hasMessageContaining("write it without states");
        GraphSpec dense = GraphSpec.builder().input("x", Shape.vector(2)).layer("one", new DenseSpec(3), "x")
                .outputs("one").build();
        assertThat(OnnxWriter.toBytes(dense.network(1), ExportOptions.PLAIN.withStates(true))).isNotEmpty();
    }

    private static void requireSame(Shape sample, LayerSpec... layers) throws OrtException {
        requireSame(OnnxRuntime.shaken(Sequential.input(sample).addAll(List.of(layers)).build(7), 5),
                OnnxRuntime.normal(sample.withBatch(BATCH), 11));
    }

    private static void requireSame(Sequential network, Tensor input) throws OrtException {
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        Fixture.assertClose(OnnxRuntime.run(model, Map.of("input", input)).values().iterator().next(),
                Predictor.of(network).predict(input).data());
    }
}
