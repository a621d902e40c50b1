package org.lstm4j.nn.segment;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The encoder at work: from segments of the past to the state of each LSTM layer after the last.
final class SegmentEncoder {

    private final LayerPass embedding;
    private final List<RecurrentPass> cells = new ArrayList<>();
    private final List<RecurrentState> states = new ArrayList<>();
    /// Nobody uses what the last layer gives out but its state.
    private final Tensor noGradient;

    /// @param mode of the layer
    /// @param withinMode of what reads no data
    /// @param past the shape of the segments, [batch, segments, numbers]
    SegmentEncoder(SegmentParts parts, Shape past, PassMode mode, PassMode withinMode, Compute compute) {
        embedding = parts.embedding().newPass(past, mode, compute);
        int units = parts.embedding().spec().units();
        Shape embedded = Shape.sequence(past.size(1), units).withBatch(past.size(0));
        for (Lstm cell : parts.cells()) {
            RecurrentPass pass = cell.newPass(embedded, withinMode, compute);
            cells.add(pass);
            states.add(pass.newState());
        }
        noGradient = Tensor.zeros(Shape.vector(mode.runsBackward() ? units : 0).withBatch(past.size(0)));
    }

    /// The passes of its LSTM layers, in order.
    List<RecurrentPass> cells() {
        return cells;
    }

    /// The state of each layer after the last segment.
    List<RecurrentState> states() {
        return states;
    }

    void forward(Tensor past) {
        Tensor flowing = embedding.forward(past);
        for (int layer = 0; layer < cells.size(); layer++) {
            flowing = cells.get(layer).forward(flowing);
            cells.get(layer).finalState(states.get(layer));
        }
    }

    /// @param stateGradients ∂loss/∂state of each layer
    void backward(List<RecurrentState> stateGradients) {
        Tensor flowing = noGradient;
        for (int layer = cells.size() - 1; layer >= 0; layer--) {
            cells.get(layer).backward(flowing, stateGradients.get(layer));
            flowing = cells.get(layer).inputGradient();
        }
        embedding.backward(flowing);
    }

    /// ∂loss/∂past of the last backward.
    Tensor inputGradient() {
        return embedding.inputGradient();
    }

    void resetState() {
        for (int layer = 0; layer < cells.size(); layer++) {
            cells.get(layer).resetState();
        }
    }
}
