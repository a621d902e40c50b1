package org.lstm4j.interop.onnx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// Cells and weights of a recurrent node.
///
/// | | ONNX' order of gates | ours |
/// |---|---|---|
/// | LSTM | i, o, f, c | i, f, g, o |
/// | peepholes | i, o, f | i, f, o |
/// | GRU | z, r, h | r, z, n |
///
/// ONNX has biases of the input and of the state, which are added, but for the candidate of a GRU with linear_before_reset.
final class CellReading {

    private static final int[] LSTM_GATES = {0, 2, 3, 1};
    private static final int[] PEEPHOLES = {0, 2, 1};
    private static final int[] GRU_GATES = {1, 0, 2};
    private static final int[] ONE_GATE = {0};

    private final NodeReading node;
    private final int directions;
    private final int units;
    private final List<CellActivation> activations;

    CellReading(NodeReading node, int directions, int units) {
        this.node = node;
        this.directions = directions;
        this.units = units;
        activations = CellActivation.read(node, directions * activationsOfCell());
        boolean gru = node.operator().equals("GRU");
        if (gru && node.whole("linear_before_reset", 0) != 1) {
            throw node.refuse("its reset gate works before the product with the state",
                    "linear_before_reset 1, as PyTorch"
                            + " and Keras' reset_after",
                    "0", "train with reset_after");
        }
    }

    private int activationsOfCell() {
        return switch (node.operator()) {
            case "LSTM" -> 3;
            case "GRU" -> 2;
            default -> 1;
        };
    }

    private int[] gates() {
        return switch (node.operator()) {
            case "LSTM" -> LSTM_GATES;
            case "GRU" -> GRU_GATES;
            default -> ONE_GATE;
        };
    }

    RecurrentPart part(int direction, boolean backwards) {
        Map<String, ForeignWeight> weights = new LinkedHashMap<>();
        StoredTensor input = node.constant(1, "the input weights");
        weights.put("weight_ih_l0", matrix(input, direction));
        weights.put("weight_hh_l0", matrix(node.constant(2, "the recurrent weights"), direction));
        if (node.has(3)) {
            weights.put("bias_l0", bias(node.constant(3, "the bias"), direction));
        }
        boolean peephole = node.operator().equals("LSTM") && node.has(7);
        if (peephole) {
            weights.put("peephole_l0", peepholes(node.constant(7, "the peepholes"), direction));
        }
        return new RecurrentPart(spec(direction, node.has(3), peephole), weights, backwards);
    }

    private RecurrentSpec spec(int direction, boolean bias, boolean peephole) {
        List<Activation> own = activations.subList(direction * activationsOfCell(),
                (direction + 1) * activationsOfCell()).stream().map(CellActivation::activation).toList();
        return switch (node.operator()) {
            case "LSTM" -> {
                requireSame(own.get(1), own.get(2));
                yield new LstmSpec(units).withBias(bias).withPeephole(peephole).withRecurrentActivation(own.get(0))
                        .withActivation(own.get(1));
            }
            case "GRU" -> new GruSpec(units).withBias(bias).withRecurrentActivation(own.get(0))
                    .withActivation(own.get(1));
            default -> new SimpleRnnSpec(units).withBias(bias).withActivation(own.get(0));
        };
    }

    private void requireSame(Activation candidate, Activation cell) {
        if (candidate != cell) {
            throw node.refuse("candidate and cell state have different activations", "the same",
                    candidate.label() + " and " + cell.label(), "train with one for both");
        }
    }

    private ForeignWeight matrix(StoredTensor tensor, int direction) {
        List<Long> shape = tensor.shape();
        long rows = (long) gates().length * units;
        requireShape(tensor, shape.size() == 3 && shape.getFirst() == directions && shape.get(1) == rows);
        return new ForeignWeight(tensor.name(), shape.subList(1, 3),
                target -> WeightArrays.copyBlocks(part(tensor, direction), target, gates()));
    }

    /// Of the input and of the state, each gate by gate.
    private ForeignWeight bias(StoredTensor tensor, int direction) {
        int gates = gates().length;
        requireShape(tensor, tensor.shape().equals(List.of((long) directions, 2L * gates * units)));
        boolean gru = node.operator().equals("GRU");
        return new ForeignWeight(tensor.name(), List.of((long) (gru ? gates + 1 : gates) * units), target -> {
            double[] both = tensor.doubles();
            fillBias(both, direction * 2 * gates * units, target, gru);
        });
    }

    private void fillBias(double[] both, int from, float[] target, boolean gru) {
        int[] order = gates();
        int length = order.length * units;
        for (int gate = 0; gate < order.length; gate++) {
            boolean apart = gru && gate == order.length - 1;
            for (int unit = 0; unit < units; unit++) {
                int at = from + order[gate] * units + unit;
                target[gate * units + unit] = (float) (apart ? both[at] : both[at] + both[at + length]);
                if (apart) {
                    target[(gate + 1) * units + unit] = (float) both[at + length];
                }
            }
        }
    }

    private ForeignWeight peepholes(StoredTensor tensor, int direction) {
        requireShape(tensor, tensor.shape().equals(List.of((long) directions, 3L * units)));
        return new ForeignWeight(tensor.name(), List.of(3L * units),
                target -> WeightArrays.copyBlocks(part(tensor, direction), target, PEEPHOLES));
    }

    /// Those of one direction.
    private float[] part(StoredTensor tensor, int direction) {
        float[] all = tensor.floats();
        int length = all.length / directions;
        return Arrays.copyOfRange(all, direction * length, (direction + 1) * length);
    }

    private void requireShape(StoredTensor tensor, boolean fits) {
        if (!fits) {
            throw node.refuse("weights have another shape than the recurrent ones need",
                    directions + " directions, " + gates().length + " gates of " + units + " units",
                    tensor.shape().toString(), "export the model again");
        }
    }
}
