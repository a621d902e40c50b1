package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.SegmentNetwork;
import org.lstm4j.interop.onnx.OnnxAttribute.Text;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.nn.segment.SegmentWindow;
import org.lstm4j.tensor.Shape;

/// Writes a segment LSTM: the encoder as LSTM nodes over the segments of the past, the decoder as LSTM nodes of one step over batch ·
/// segments of the future, with the same weights.
final class SegmentExport {

    private final GraphBuilder graph;
    private final SegmentLstm layer;
    private final SegmentWindow window;
    private final SegmentNetwork network;
    private final int units;
    private final int segments;

    SegmentExport(GraphBuilder graph, SegmentLstm layer) {
        this.graph = graph;
        this.layer = layer;
        window = layer.spec().window();
        network = SegmentNetwork.of(layer);
        units = layer.spec().units();
        segments = window.futureSegments();
    }

    Data write(Data data, Shape sample) {
        String x = data.batchFirst(graph).name();
        String past = graph.node("Transpose", List.of(embeddedPast(x)), Map.of("perm", NodeMessage.wholes(1, 0, 2)));
        String future = graph.reshape(decoderInput(x), 1, -1, units);
        for (Lstm lstm : network.cells()) {
            graph.within(lstm.name());
            CellExport cell = CellExport.of(List.of(lstm));
            List<String> weights = cell.weights(graph);
            List<String> encoded = run(cell, past, weights, List.of());
            past = lstm.spec().returnSequences() ? graph.squeeze(encoded.getFirst(), 1) : ""; // the last one's
            future = run(cell, future, weights, List.of(
                    "", forAllSegments(encoded.get(1)), forAllSegments(encoded.get(2)))).get(1); // of one step: as all
        }
        return new Data(told(graph.squeeze(future, 0), sample.last()), sample, false);
    }

    /// [batch, segments of the past, units]
    private String embeddedPast(String x) {
        String steps = graph.slice(graph.slice(x, 1, window.skipped(), window.lookback()),
                2, 0, window.observed() + (long) window.known());
        return dense(network.embedding(), graph.reshape(steps, 0, window.pastSegments(), window.pastSegmentSize()));
    }

    /// [batch, segments of the future, units]: position and categories side by side, and what is known added to both.
    private String decoderInput(String x) {
        List<String> summands = new ArrayList<>(List.of(positions()));
        if (!network.categories().isEmpty()) {
            summands.add(categories(x));
        }
        Dense known = network.known();
        if (known != null) {
            summands.add(dense(known, future(x)));
        }
        return summands.size() == 1 ? forAllSamples(summands.getFirst(), x) : sum(summands);
    }

    /// [segments, units], zeros where categories stand.
    private String positions() {
        int filled = layer.spec().positionUnits();
        float[] rows = new float[segments * units];
        for (int segment = 0; segment < segments; segment++) {
            System.arraycopy(network.positions().value(), segment * filled, rows, segment * units, filled);
        }
        return graph.numbers("positions", rows, segments, units);
    }

    /// [batch, 1, units], zeros where positions stand.
    private String categories(String x) {
        String first = graph.slice(x, 1, 0, 1);
        List<String> rows = new ArrayList<>();
        for (int category = 0; category < network.categories().size(); category++) {
            long channel = window.observed() + (long) window.known() + category;
            String ids = graph.squeeze(graph.slice(first, 2, channel, channel + 1), 2);
            rows.add(EmbeddingExport.rows(graph, network.categories().get(category), ids));
        }
        return graph.node("Pad",
                List.of(sum(rows), graph.wholes("zeros", 0, 0, layer.spec().positionUnits(), 0, 0, 0)));
    }

    /// Known channels [batch, segments of the future, segment · known], zeros beyond the horizon.
    private String future(String x) {
        String steps = graph.slice(graph.slice(x, 1, window.lookback(), window.steps()),
                2, window.observed(), window.observed() + (long) window.known());
        long beyond = (long) segments * window.segment() - window.horizon();
        String whole = beyond == 0
                ? steps
                : graph.node("Pad", List.of(steps, graph.wholes("zeros", 0, 0, 0, 0, beyond, 0)));
        return graph.reshape(whole, 0, segments, window.futureSegmentSize());
    }

    private String forAllSamples(String rows, String x) {
        String batch = graph.slice(graph.node("Shape", List.of(x)), 0, 0, 1);
        String shape = graph.node("Concat", List.of(batch, graph.wholes("ones", 1, 1)), Map.of("axis", new Whole(0)));
        return graph.node("Expand", List.of(rows, shape));
    }

    /// The state of each sample [1, batch, units] for each of its segments: [1, batch · segments, units].
    private String forAllSegments(String state) {
        String single = graph.node("Unsqueeze", List.of(state, graph.wholes("axes", 2)));
        String repeated = graph.node("Expand", List.of(single, graph.wholes("shape", 1, 1, segments, 1)));
        return graph.reshape(repeated, 1, -1, units);
    }

    private List<String> run(CellExport cell, String x, List<String> weights, List<String> states) {
        List<String> inputs = new ArrayList<>(List.of(x));
        inputs.addAll(weights);
        inputs.addAll(states);
        Map<String, OnnxAttribute> attributes = cell.attributes();
        attributes.put("direction", new Text("forward"));
        return graph.nodes(cell.operator(), inputs, attributes, 3);
    }

    /// [batch, horizon · outputs]; what lies beyond the horizon is cut off.
    private String told(String hidden, int numbers) {
        int all = segments * window.segment() * layer.spec().outputs();
        String told = graph.reshape(dense(network.head(), hidden), -1, all);
        return all == numbers ? told : graph.slice(told, 1, 0, numbers);
    }

    private String dense(Dense dense, String x) {
        graph.within(dense.name());
        String result = DenseExport.write(graph, dense, x);
        graph.within(layer.name());
        return result;
    }

    private String sum(List<String> summands) {
        return summands.stream().reduce((sum, next) -> graph.node("Add", List.of(sum, next))).orElseThrow();
    }
}
