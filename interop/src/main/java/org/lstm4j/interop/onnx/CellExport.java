package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;

/// The cell of one or two directions in ONNX' order: gates i, o, f, c of an LSTM, z, r, h of a GRU, and biases of the input before those of
/// the state. See [CellReading] for the way back.
final class CellExport {

    /// Place of the peepholes among the inputs of a node.
    static final int PEEPHOLE_INPUT = 7;

    private static final int[] LSTM_GATES = {0, 3, 1, 2};
    private static final int[] PEEPHOLES = {0, 2, 1};
    private static final int[] GRU_GATES = {1, 0, 2};
    private static final int[] ONE_GATE = {0};

    private final List<RecurrentLayer> layers;
    private final RecurrentLayer first;

    private CellExport(List<RecurrentLayer> layers) {
        this.layers = List.copyOf(layers);
        first = layers.getFirst();
    }

    /// @param layers one that is [one node][#isOneNode], or those of two directions that are [#alike]
    static CellExport of(List<? extends RecurrentLayer> layers) {
        return new CellExport(List.copyOf(layers));
    }

    /// Whether both go into one node.
    static boolean alike(RecurrentLayer one, RecurrentLayer other) {
        return isOneNode(one) && isOneNode(other) && one.getClass() == other.getClass()
                && one.spec().units() == other.spec().units()
                && hasPeepholes(one) == hasPeepholes(other) && hasBias(one) == hasBias(other);
    }

    /// Whether ONNX has a node for it. There is none for projections, layer normalisation within a cell, zoneout, which mixes states in
    /// inference too, and some activations: see [CellScan].
    static boolean isOneNode(RecurrentLayer layer) {
        RecurrentNoise noise = layer.spec().noise();
        boolean plain = noise.hiddenZoneout() == 0f && noise.cellZoneout() == 0f
                && activations(layer).stream().allMatch(activation -> CellActivation.of(activation) != null);
        return plain && !(layer instanceof Lstm lstm
                && (lstm.spec().cell().projection() > 0 || lstm.spec().cell().layerNormalization()));
    }

    String operator() {
        return switch (first) {
            case Lstm _ -> "LSTM";
            case Gru _ -> "GRU";
            case SimpleRnn _ -> "RNN";
        };
    }

    int directions() {
        return layers.size();
    }

    int units() {
        return first.spec().units();
    }

    boolean hasCellState() {
        return first instanceof Lstm;
    }

    boolean hasPeepholes() {
        return hasPeepholes(first);
    }

    /// Settings of the node; may be added to.
    Map<String, OnnxAttribute> attributes() {
        List<String> names = new ArrayList<>();
        List<Float> alphas = new ArrayList<>();
        List<Float> betas = new ArrayList<>();
        layers.stream().flatMap(layer -> activations(layer).stream()).forEach(activation -> {
            CellActivation known = Objects.requireNonNull(CellActivation.of(activation));
            names.add(known.name());
            Float alpha = known.alpha();
            Float beta = known.beta();
            if (alpha != null) {
                alphas.add(alpha);
            }
            if (beta != null) {
                betas.add(beta);
            }
        });
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("hidden_size", new Whole(units()));
        attributes.put("activations", new OnnxAttribute.Texts(names));
        if (!alphas.isEmpty()) {
            attributes.put("activation_alpha", new OnnxAttribute.Numbers(alphas));
        }
        if (!betas.isEmpty()) {
            attributes.put("activation_beta", new OnnxAttribute.Numbers(betas));
        }
        if (first instanceof Gru) {
            attributes.put("linear_before_reset", new Whole(1));
        }
        return attributes;
    }

    /// Of each direction, in the order of the node: gates, candidate, cell state.
    private static List<Activation> activations(RecurrentLayer layer) {
        return switch (layer) {
            case Lstm lstm -> List.of(lstm.spec().cell().recurrentActivation(), lstm.spec().cell().activation(),
                    lstm.spec().cell().activation());
            case Gru gru -> List.of(gru.spec().recurrentActivation(), gru.spec().activation());
            case SimpleRnn rnn -> List.of(rnn.spec().activation());
        };
    }

    /// The names of W, R and B; the last empty where there is none.
    List<String> weights(GraphBuilder graph) {
        int gates = gates().length;
        int inputs = parameters(first).input.shape().last();
        long rows = (long) gates * units();
        String input = graph.numbers("W", together(layers.stream()
                .map(layer -> ordered(parameters(layer).input, gates())).toList()), directions(), rows, inputs);
        String recurrent = graph.numbers("R", together(layers.stream()
                .map(layer -> ordered(parameters(layer).recurrent, gates())).toList()), directions(), rows, units());
        String bias = hasBias(first)
                ? graph.numbers("B", together(layers.stream().map(this::bias).toList()), directions(), 2 * rows)
                : "";
        return List.of(input, recurrent, bias);
    }

    String peepholes(GraphBuilder graph) {
        return graph.numbers("P", together(layers.stream().map(layer -> ordered(peephole(layer), PEEPHOLES)).toList()),
                directions(), 3L * units());
    }

    private float[] bias(RecurrentLayer layer) {
        float[] ours = parameters(layer).bias.value();
        int length = gates().length * units();
        float[] both = new float[2 * length];
        for (int gate = 0; gate < gates().length; gate++) {
            System.arraycopy(ours, gates()[gate] * units(), both, gate * units(), units());
        }
        if (layer instanceof Gru) { // the candidate has one more, of its recurrent part
            System.arraycopy(ours, length, both, both.length - units(), units());
        }
        return both;
    }

    private static float[] ordered(Parameter parameter, int[] order) {
        float[] target = new float[parameter.value().length];
        WeightArrays.copyBlocks(parameter.value(), target, order);
        return target;
    }

    private static float[] together(List<float[]> parts) {
        int length = parts.getFirst().length;
        float[] all = new float[parts.size() * length];
        for (int part = 0; part < parts.size(); part++) {
            System.arraycopy(parts.get(part), 0, all, part * length, length);
        }
        return all;
    }

    private int[] gates() {
        return switch (first) {
            case Lstm _ -> LSTM_GATES;
            case Gru _ -> GRU_GATES;
            case SimpleRnn _ -> ONE_GATE;
        };
    }

    private static boolean hasPeepholes(RecurrentLayer layer) {
        return layer instanceof Lstm lstm && lstm.weights().peephole() != null;
    }

    private static Parameter peephole(RecurrentLayer layer) {
        Parameter peephole = layer instanceof Lstm lstm ? lstm.weights().peephole() : null;
        return Objects.requireNonNull(peephole, () -> "layer \"" + layer.name() + "\" has no peepholes");
    }

    private static boolean hasBias(RecurrentLayer layer) {
        return parameters(layer).hasBias;
    }

    private static Parameters parameters(RecurrentLayer layer) {
        return switch (layer) {
            case Lstm lstm -> new Parameters(lstm.weights().inputWeights(), lstm.weights().recurrentWeights(),
                    lstm.weights().bias(), lstm.weights().hasBias());
            case Gru gru -> Parameters.of(gru.weights());
            case SimpleRnn rnn -> Parameters.of(rnn.weights());
        };
    }

    /// What all kinds of layers have.
    private record Parameters(Parameter input, Parameter recurrent, Parameter bias, boolean hasBias) {

        static Parameters of(RecurrentWeights weights) {
            return new Parameters(weights.inputWeights(), weights.recurrentWeights(), weights.bias(),
                    weights.hasBias());
        }
    }
}
