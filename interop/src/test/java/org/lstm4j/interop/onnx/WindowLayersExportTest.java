package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.inference.Predictor;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Layers of windows say in ONNX Runtime what they say here.
final class WindowLayersExportTest {

    private static final int BATCH = 7;
    private static final int IDS = 6;

    static Stream<SegmentLstmSpec> segments() {
        SegmentWindow even = new SegmentWindow(24, 12, 6);
        SegmentWindow odd = new SegmentWindow(25, 13, 6);
        return Stream.of(
                new SegmentLstmSpec(even, 16),
                new SegmentLstmSpec(odd, 16).withDropout(0.1f),
                new SegmentLstmSpec(new SegmentWindow(5, 2, 5), 7),
                new SegmentLstmSpec(odd.withObserved(3), 16).withLayers(3),
                new SegmentLstmSpec(even.withKnown(2), 16).withOutputs(9),
                new SegmentLstmSpec(odd.withObserved(2).withKnown(3), 16).withOutputs(3).withLayers(2),
                new SegmentLstmSpec(even.withCategories(List.of(IDS)), 15),
                new SegmentLstmSpec(odd.withCategories(List.of(IDS, IDS + 3, IDS)), 9).withLayers(2),
                new SegmentLstmSpec(odd.withObserved(2).withKnown(4).withCategories(List.of(IDS, IDS)), 16)
                        .withOutputs(2).withZeroHead(true));
    }

    @ParameterizedTest
    @MethodSource("segments")
    void writesSegmentLstms(SegmentLstmSpec spec) throws OrtException {
        requireSame(spec.window().sample(), spec.window().categories().size(), spec);
    }

    static Stream<WindowMapSpec> maps() {
        return Stream.of(new WindowMapSpec(12, 4, 1, 1, 0), new WindowMapSpec(10, 4, 1, 1, 0),
                new WindowMapSpec(12, 5, 2, 1, 0), new WindowMapSpec(11, 1, 3, 3, 1), new WindowMapSpec(1, 4, 2, 5, 4));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void writesLinearForecasts(WindowMapSpec spec) throws OrtException {
        requireSame(Shape.sequence(12, 3), 0, spec);
    }

    @Test
    void writesThemAmongOtherLayers() throws OrtException {
        requireSame(Shape.sequence(24, 2), 0, new LstmSpec(5).withReturnSequences(true),
                new WindowMapSpec(20, 6, 4, 1, 0),
                new ReshapeSpec(Shape.sequence(12, 2)),
                new SegmentLstmSpec(new SegmentWindow(8, 4, 4).withObserved(2), 8), new DenseSpec(3));
    }

    /// Not more of them either, since fewer than it looks back on would be too few.
    @Test
    void declaresTheStepsOfAWindow() {
        byte[] model = OnnxWriter.toBytes(network(Shape.sequence(12, 2), new WindowMapSpec(12, 4, 1, 1, 0)),
                ExportOptions.PLAIN);
        Tensor longer = OnnxRuntime.normal(Shape.sequence(15, 2).withBatch(BATCH), 3);
        assertThatThrownBy(() -> run(model, longer)).isInstanceOf(OrtException.class)
                .hasMessageContaining("Expected: 12");
    }

    @Test
    void refusesStatesOfSegments() {
        Sequential network = network(Shape.sequence(12, 1), new SegmentLstmSpec(new SegmentWindow(8, 4, 4), 8));
        assertThatThrownBy(() -> OnnxWriter.toBytes(network, ExportOptions.PLAIN.withStates(true)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("layer \"0 segment_lstm\"")
                .hasMessageContaining("write it without states");
    }

    /// @param categories how many of the last columns are such
    private static void requireSame(Shape sample, int categories, LayerSpec... layers) throws OrtException {
        Sequential network = network(sample, layers);
        Tensor input = OnnxRuntime.normal(sample.withBatch(BATCH), 11);
        for (int index = 0; index < input.data().length; index++) {
            boolean isCategory = index % sample.last() >= sample.last() - categories;
            input.data()[index] = isCategory ? (index / sample.elements() + index) % IDS : input.data()[index];
        }
        byte[] model = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        Fixture.assertClose(run(model, input), Predictor.of(network).predict(input).data());
    }

    private static Sequential network(Shape sample, LayerSpec... layers) {
        return OnnxRuntime.shaken(Sequential.input(sample).addAll(new ArrayList<>(List.of(layers))).build(7), 5);
    }

    private static float[] run(byte[] model, Tensor input) throws OrtException {
        return OnnxRuntime.run(model, Map.of("input", input)).values().iterator().next();
    }
}
