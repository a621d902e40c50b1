package org.lstm4j.nn.segment;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Dropout;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.SummaryLine;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// An LSTM over segments: [lookback + horizon, channels] in ([SegmentWindow]), [horizon · outputs] out, output o of a step at
/// `step · outputs + o`.
///
/// ```
/// encoder    e_k = ReLU(E·s_k + b)                    for each segment s_k of the past
///            (h, c) = LSTM over e_1 … e_n
/// decoder    x_j = [position_j, Σ category] + K·f_j + b        for each segment j of the future, f_j what is known of it
///            h_j = LSTM(x_j) from (h, c)                       one step each, all from the same state, with the encoder's weights
///            y_j = H·dropout(h_j) + b                          [segment · outputs]; what lies beyond the horizon is cut off
/// ```
///
/// With several layers each goes on from its own state. No answer depends on what else is in the batch. [SegmentParts] lists the
/// parameters.
///
/// Source: Lin et al., SegRNN, 2023, with an LSTM for the GRU; see [SegmentLstmSpec].
public final class SegmentLstm implements Layer {

    private final String name;
    private final SegmentLstmSpec spec;
    private final Shape inputShape;
    private final SegmentParts parts;

    /// @throws IllegalArgumentException when samples are not those of the spec's window
    SegmentLstm(String name, SegmentLstmSpec spec, Shape inputShape, SegmentParts parts) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.parts = parts;
        outputShape(inputShape);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SegmentLstmSpec spec() {
        return spec;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        SegmentWindow window = spec.window();
        if (!sample.sameSizes(window.sample())) {
            throw new IllegalArgumentException("layer \"" + name + "\" takes samples of " + window.lookback() + " + "
                    + window.horizon() + " steps with " + window.observed() + " observed, " + window.known()
                    + " known and " + window.categories().size() + " category channels, " + window.sample()
                    + ", but would get " + sample + "; cut the windows so, or build the layer for them");
        }
        return Shape.of(new Axis("outputs", window.horizon() * spec.outputs()));
    }

    @Override
    public List<Layer> parts() {
        return parts.layers();
    }

    /// Of the embedding, the LSTM layers, the tables, the known channels, the head.
    @Override
    public List<Parameter> parameters() {
        return parts.parameters();
    }

    @Override
    public List<RandomStream> streams() {
        Dropout dropout = parts.dropout();
        return dropout == null ? List.of() : dropout.streams();
    }

    @Override
    public List<SummaryLine> summaryLines(Shape sample) {
        SegmentWindow window = spec.window();
        Axis past = new Axis("segments", window.pastSegments());
        Axis future = new Axis("segments", window.futureSegments());
        Axis units = new Axis("units", spec.units());
        List<SummaryLine> lines = new ArrayList<>();
        lines.add(line("embedding", Shape.of(past, units), parts.embedding(), "the past"));
        for (Lstm cell : parts.cells()) {
            lines.add(line("lstm", Shape.of(past, units), cell, ""));
        }
        long tables = parts.tables().parameters().stream().mapToLong(table -> table.shape().elements()).sum();
        lines.add(new SummaryLine("positions", Shape.of(future, units), tables,
                window.categories().isEmpty() ? "" : "categories"));
        Dense known = parts.known();
        if (known != null) {
            lines.add(line("known", Shape.of(future, units), known, "the future"));
        }
        lines.add(line("head", Shape.of(future, new Axis("outputs", parts.head().spec().units())), parts.head(), ""));
        return List.copyOf(lines);
    }

    private static SummaryLine line(String part, Shape output, Layer layer, String reads) {
        return new SummaryLine(part, output, SummaryLine.parametersOf(layer), reads);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new SegmentLstmPass(this, batchShape, output, mode, compute);
    }

    SegmentParts layers() {
        return parts;
    }
}
