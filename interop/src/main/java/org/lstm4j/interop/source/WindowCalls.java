package org.lstm4j.interop.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lstm4j.interop.network.SegmentNetwork;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.nn.window.WindowMap;
import org.lstm4j.nn.window.WindowMapSpec;

/// Layers of windows as calls of plain functions.
record WindowCalls(SourceText text) {

    /// @param channels of a sample
    String of(WindowMap map, int channels) {
        text.needs(RuntimePart.WINDOW_MAP);
        WindowMapSpec spec = map.spec();
        return "window_map(x, " + channels + ", " + spec.lookback() + ", " + spec.horizon() + ", " + spec.targets()
                + ", " + spec.outputs() + ", " + spec.place() + ", " + text.constant(map.weights()) + ")";
    }

    String of(SegmentLstm layer) {
        text.needs(RuntimePart.SEGMENT_LSTM);
        SegmentWindow window = layer.spec().window();
        SegmentNetwork network = SegmentNetwork.of(layer);
        List<Parameter> tables = new ArrayList<>(List.of(network.positions()));
        tables.addAll(network.categories());
        Dense known = network.known();
        return "segment_lstm(x, " + window.lookback() + ", " + window.horizon() + ", " + window.segment() + ", "
                + window.observed() + ", " + window.known() + ", " + layer.spec().outputs() + ", "
                + together(network.embedding().parameters()) + ",\n                "
                + together(network.cells().stream().flatMap(WindowCalls::weights).toList()) + ",\n                "
                + together(tables) + ", " + (known == null ? "null" : together(known.parameters())) + ", "
                + together(network.head().parameters()) + ")";
    }

    private static Stream<Parameter> weights(Lstm cell) {
        return Stream.of(cell.weights().inputWeights(), cell.weights().recurrentWeights(), cell.weights().bias());
    }

    private String together(List<Parameter> parameters) {
        return parameters.stream().map(text::constant).collect(Collectors.joining(", ", "new float[][]{", "}"));
    }
}
