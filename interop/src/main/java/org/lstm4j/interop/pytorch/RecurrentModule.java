package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// `nn.LSTM`, `nn.GRU` or `nn.RNN`, of any number of layers, in one direction or both.
///
/// | tensor, of layer k | shape |
/// |---|---|
/// | `weight_ih_lk` | [G·H, inputs], of a layer above the first [G·H, directions · outputs] |
/// | `weight_hh_lk` | [G·H, outputs] |
/// | `bias_ih_lk`, `bias_hh_lk` | [G·H]; both are added |
/// | `weight_hr_lk` | [outputs, H]; only of an LSTM with a projection |
///
/// Gates are in our order: i, f, g, o of an LSTM, r, z, n of a GRU. Source: the documentation of `torch.nn.LSTM`.
///
/// @param prefix what the names of its tensors begin with
/// @param cell which of the three
/// @param inputs features of a step
/// @param units H
/// @param projection outputs of a direction; 0 for as many as units
/// @param layers one upon the other
/// @param bidirectional whether there is a second direction, whose names end in `_reverse`
/// @param tensors by their names without the prefix
record RecurrentModule(String prefix, Cell cell, int inputs, int units, int projection, int layers,
        boolean bidirectional, Map<String, StoredTensor> tensors) implements TorchModule {

    static final String REVERSE = "_reverse";

    /// What a module computes in a step.
    enum Cell {
        LSTM(4), GRU(3), RNN(1);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        int gates() {
            return gates;
        }
    }

    @Override
    public String kind() {
        return cell + (layers > 1 ? " of " + layers + " layers" : "") + (bidirectional ? ", bidirectional" : "");
    }

    @Override
    public int outputs() {
        return (bidirectional ? 2 : 1) * (projection > 0 ? projection : units);
    }

    /// Its layers in our terms.
    ///
    /// @param everyStep whether the last of them gives every step; the others always do
    /// @param activation of an RNN; the others have their own
    List<ForeignLayer> layers(boolean everyStep, Activation activation) {
        List<ForeignLayer> all = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            RecurrentSpec spec = spec(everyStep || layer + 1 < layers, activation);
            Map<String, ForeignWeight> weights = new LinkedHashMap<>();
            putWeights(weights, layer, "");
            if (bidirectional) {
                putWeights(weights, layer, REVERSE);
            }
            LayerSpec directed = bidirectional ? new BidirectionalSpec(spec) : spec;
            all.add(new ForeignLayer(prefix + " layer " + layer, directed, weights));
        }
        return all;
    }

    private boolean hasBias() {
        return tensors.containsKey("bias_ih_l0");
    }

    private RecurrentSpec spec(boolean everyStep, Activation activation) {
        return switch (cell) {
            case LSTM -> new LstmSpec(units).withProjection(projection).withBias(hasBias())
                    .withReturnSequences(everyStep);
            case GRU -> new GruSpec(units).withBias(hasBias()).withReturnSequences(everyStep);
            case RNN -> new SimpleRnnSpec(units).withBias(hasBias()).withActivation(activation)
                    .withReturnSequences(everyStep);
        };
    }

    private void putWeights(Map<String, ForeignWeight> weights, int layer, String direction) {
        String end = "_l" + layer + direction;
        weights.put("weight_ih_l0" + direction, ForeignWeight.of(tensor("weight_ih" + end)));
        weights.put("weight_hh_l0" + direction, ForeignWeight.of(tensor("weight_hh" + end)));
        if (hasBias()) {
            StoredTensor fromInput = tensor("bias_ih" + end);
            StoredTensor fromState = tensor("bias_hh" + end);
            weights.put("bias_l0" + direction, cell == Cell.GRU
                    ? gruBias(fromInput, fromState)
                    : ForeignWeight.sum(fromInput, fromState));
        }
        if (projection > 0) {
            weights.put("weight_hr_l0" + direction, ForeignWeight.of(tensor("weight_hr" + end)));
        }
    }

    /// Those of r and z are added up; of n's, one is within the reset gate's reach and one is not.
    private ForeignWeight gruBias(StoredTensor fromInput, StoredTensor fromState) {
        return new ForeignWeight(fromInput.name() + ", " + fromState.name(), List.of(4L * units), target -> {
            double[] input = fromInput.doubles();
            double[] state = fromState.doubles();
            for (int index = 0; index < 2 * units; index++) {
                target[index] = (float) (input[index] + state[index]);
            }
            for (int index = 2 * units; index < 3 * units; index++) {
                target[index] = (float) input[index];
                target[units + index] = (float) state[index];
            }
        });
    }

    private StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("the tensor " + name + " was there when the module was recognised");
        }
        return tensor;
    }
}
