package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;

/// LSTM layers one above the other: what a layer says at each step is what the next one hears at that step.
///
/// @param layers from the input upwards, at least one
record ReferenceStack(List<ReferenceLstm> layers) {

    ReferenceStack {
        layers = List.copyOf(layers);
    }

    /// Runs the layers upwards.
    ///
    /// @param input x of the lowest layer, [B, T, F]
    /// @param initial one state a layer
    /// @return one trace a layer; the stack's output is the last one's hidden states
    List<ReferenceTrace> forward(double[][][] input, List<ReferenceState> initial) {
        List<ReferenceTrace> traces = new ArrayList<>();
        double[][][] x = input;
        for (int layer = 0; layer < layers.size(); layer++) {
            ReferenceTrace trace = layers.get(layer).forward(x, initial.get(layer));
            traces.add(trace);
            x = trace.hidden;
        }
        return traces;
    }

    /// Runs the layers downwards.
    ///
    /// @param traces what [#forward] returned
    /// @param hiddenGradient dL/dh of the highest layer at every step, [B, T, H]
    /// @param finalGradients dL/dh and dL/dc of the final states, one a layer
    /// @return one a layer; the gradient of the stack's input is the first one's
    List<ReferenceGradients> backward(
            List<ReferenceTrace> traces,
            double[][][] hiddenGradient,
            List<ReferenceState> finalGradients) {
        List<ReferenceGradients> gradients = new ArrayList<>();
        double[][][] dh = hiddenGradient;
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            ReferenceGradients below = layers.get(layer).backward(traces.get(layer), dh, finalGradients.get(layer));
            gradients.addFirst(below);
            dh = below.input;
        }
        return gradients;
    }

    /// States of zero, one a layer.
    List<ReferenceState> zeroStates(int batch) {
        return layers.stream().map(layer -> new ReferenceState(batch, layer.units)).toList();
    }
}
