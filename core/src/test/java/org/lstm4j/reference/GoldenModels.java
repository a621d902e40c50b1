package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reference models with the weights of a [GoldenFile].
final class GoldenModels {

    private GoldenModels() {}

    /// @param prefix before PyTorch's own names: `weight.`, `init.lstm.`
    static ReferenceLstm lstm(GoldenFile golden, String prefix, int layer) {
        double[] bias = golden.flat(prefix + "bias_ih_l" + layer);
        double[] other = golden.flat(prefix + "bias_hh_l" + layer);
        for (int row = 0; row < bias.length; row++) {
            bias[row] += other[row];
        }
        return new ReferenceLstm(
                golden.matrix(prefix + "weight_ih_l" + layer),
                golden.matrix(prefix + "weight_hh_l" + layer),
                bias);
    }

    static ReferenceStack stack(GoldenFile golden, String prefix, int layers) {
        return new ReferenceStack(
                IntStream.range(0, layers).mapToObj(layer -> lstm(golden, prefix, layer)).toList());
    }

    /// LSTM and linear layer on the last step.
    ///
    /// @param prefix before `lstm.` and `fc.`
    static ReferenceModel model(GoldenFile golden, String prefix) {
        ReferenceDense dense = new ReferenceDense(
                golden.matrix(prefix + "fc.weight"),
                golden.flat(prefix + "fc.bias"));
        return new ReferenceModel(stack(golden, prefix + "lstm.", 1), dense, false);
    }

    /// The states `h0` and `c0`, one a layer.
    static List<ReferenceState> initialStates(GoldenFile golden, int layers) {
        double[][][] hidden = golden.cube("h0");
        double[][][] cell = golden.cube("c0");
        List<ReferenceState> states = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            states.add(new ReferenceState(hidden[layer], cell[layer]));
        }
        return states;
    }
}
