package org.lstm4j.nn.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The decoder at work: one step for each segment of the future, all in one batch of batch · segments rows, those of a sample side by
/// side, each from the sample's encoder state.
final class SegmentDecoder {

    private final int segments;
    private final List<RecurrentPass> cells = new ArrayList<>();
    private final List<RecurrentState> states = new ArrayList<>();
    private final List<RecurrentState> rowGradients = new ArrayList<>();
    private final List<RecurrentState> sampleGradients = new ArrayList<>();
    private final @Nullable LayerPass dropout;
    private final LayerPass head;

    /// @param segments of the future
    SegmentDecoder(SegmentParts parts, int batch, int segments, PassMode mode, Compute compute) {
        this.segments = segments;
        int rows = Math.multiplyExact(batch, segments);
        int units = parts.embedding().spec().units();
        Shape step = Shape.sequence(1, units).withBatch(rows);
        for (Lstm cell : parts.cells()) {
            RecurrentPass pass = cell.newPass(step, mode, compute);
            cells.add(pass);
            states.add(pass.newState());
            rowGradients.add(mode.runsBackward() ? pass.newState() : RecurrentState.zeros(0, 0));
            sampleGradients.add(RecurrentState.zeros(mode.runsBackward() ? batch : 0, units));
        }
        Shape hidden = Shape.vector(units).withBatch(rows);
        dropout = parts.dropout() == null ? null : parts.dropout().newPass(hidden, mode, compute);
        head = parts.head().newPass(hidden, mode, compute);
    }

    /// @param input [batch · segments, 1, units]
    /// @param encoderStates of each layer, [batch, units]
    /// @return [batch · segments, segment · outputs]
    Tensor forward(Tensor input, List<RecurrentState> encoderStates) {
        Tensor flowing = input;
        for (int layer = 0; layer < cells.size(); layer++) {
            repeat(encoderStates.get(layer).hidden(), states.get(layer).hidden());
            repeat(encoderStates.get(layer).cell(), states.get(layer).cell());
            flowing = cells.get(layer).forward(flowing, states.get(layer));
        }
        return head.forward(dropout == null ? flowing : dropout.forward(flowing));
    }

    void backward(Tensor outputGradient) {
        head.backward(outputGradient);
        Tensor flowing = head.inputGradient();
        if (dropout != null) {
            dropout.backward(flowing);
            flowing = dropout.inputGradient();
        }
        for (int layer = cells.size() - 1; layer >= 0; layer--) {
            RecurrentPass cell = cells.get(layer);
            cell.backward(flowing);
            flowing = cell.inputGradient();
            cell.initialStateGradient(rowGradients.get(layer));
            sum(rowGradients.get(layer).hidden(), sampleGradients.get(layer).hidden());
            sum(rowGradients.get(layer).cell(), sampleGradients.get(layer).cell());
        }
    }

    /// ∂loss/∂input of the last backward.
    Tensor inputGradient() {
        return cells.getFirst().inputGradient();
    }

    /// ∂loss/∂state of the encoder, of each layer, after the last backward.
    List<RecurrentState> stateGradients() {
        return sampleGradients;
    }

    /// The row of each sample for all its segments.
    private void repeat(Tensor samples, Tensor rows) {
        int size = samples.shape().last();
        for (int row = 0; row < rows.batch(); row++) {
            System.arraycopy(samples.data(), row / segments * size, rows.data(), row * size, size);
        }
    }

    /// The rows of a sample's segments, in order.
    private void sum(Tensor rows, Tensor samples) {
        int size = samples.shape().last();
        float[] sums = samples.data();
        float[] values = rows.data();
        for (int sample = 0; sample < samples.batch(); sample++) {
            int to = sample * size;
            System.arraycopy(values, to * segments, sums, to, size);
            for (int segment = 1; segment < segments; segment++) {
                int from = (sample * segments + segment) * size;
                for (int unit = 0; unit < size; unit++) {
                    sums[to + unit] += values[from + unit];
                }
            }
        }
    }
}
