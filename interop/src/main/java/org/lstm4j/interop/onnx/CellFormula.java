package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.interop.onnx.OnnxAttribute.Real;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.LstmNormalizationWeights;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;

/// What recurrent layers compute, in operators that each do one thing: the formulas of [LstmCell], [Gru] and [SimpleRnn], with all that the
/// LSTM, GRU and RNN nodes of ONNX have not.
///
/// @param layer with its weights
record CellFormula(RecurrentLayer layer) {

    private static final float EPSILON = 1e-5f;
    private static final int GRU_GATES = 3;

    /// Numbers of each state: hidden, and cell where there is one.
    List<Integer> stateSizes() {
        List<Integer> sizes = new ArrayList<>(List.of(layer.spec().outputs()));
        if (layer.spec().cellUnits() > 0) {
            sizes.add(layer.spec().cellUnits());
        }
        return sizes;
    }

    /// What a step needs of its input, for all steps at once.
    ///
    /// @param x [steps, batch, features]
    /// @return [steps, batch, gates · units]
    String ofInputs(GraphBuilder graph, String x) {
        return switch (layer) {
            case Lstm lstm -> {
                LstmWeights weights = lstm.weights();
                String product = product(graph, x, weights.inputWeights());
                LstmNormalizationWeights normalization = weights.normalization();
                String sum = normalization == null
                        ? product
                        : normalized(graph, product, normalization.inputGain(), null);
                yield weights.hasBias() ? plus(graph, sum, DenseExport.vector(graph, "bias", weights.bias())) : sum;
            }
            case Gru gru -> ofInputs(graph, x, gru.weights(), GRU_GATES);
            case SimpleRnn rnn -> ofInputs(graph, x, rnn.weights(), 1);
        };
    }

    private static String ofInputs(GraphBuilder graph, String x, RecurrentWeights weights, int gates) {
        String product = product(graph, x, weights.inputWeights());
        float[] bias = Arrays.copyOf(weights.bias().value(), gates * weights.units());
        return weights.hasBias() ? plus(graph, product, graph.numbers("bias", bias, bias.length)) : product;
    }

    /// One step.
    ///
    /// @param ofInput [batch, gates · units]
    /// @param states before, [batch, size] each
    /// @return states after
    List<String> step(GraphBuilder graph, String ofInput, List<String> states) {
        List<String> after = switch (layer) {
            case Lstm lstm -> step(graph, lstm, ofInput, states.getFirst(), states.getLast());
            case Gru gru -> List.of(step(graph, gru, ofInput, states.getFirst()));
            case SimpleRnn rnn -> List.of(ActivationExport.write(graph, rnn.spec().activation(),
                    plus(graph, ofInput, product(graph, states.getFirst(), rnn.weights().recurrentWeights()))));
        };
        RecurrentNoise noise = layer.spec().noise();
        List<String> mixed = new ArrayList<>();
        for (int state = 0; state < after.size(); state++) {
            mixed.add(mixed(graph, states.get(state), after.get(state),
                    state == 0 ? noise.hiddenZoneout() : noise.cellZoneout()));
        }
        return mixed;
    }

    private static List<String> step(GraphBuilder graph, Lstm lstm, String ofInput, String hidden, String cell) {
        LstmWeights weights = lstm.weights();
        LstmCell formula = lstm.spec().cell();
        LstmNormalizationWeights normalization = weights.normalization();
        Parameter peephole = weights.peephole();
        String ofState = product(graph, hidden, weights.recurrentWeights());
        String sums = plus(graph, ofInput, normalization == null
                ? ofState
                : normalized(graph, ofState, normalization.hiddenGain(), null));
        List<String> gates = split(graph, sums, 4, weights.units()); // i, f, g, o
        String input = gate(graph, lstm, gates.get(0), peephole, 0, cell);
        String forget = gate(graph, lstm, gates.get(1), peephole, 1, cell);
        String candidate = ActivationExport.write(graph, formula.activation(), gates.get(2));
        String after = plus(graph, times(graph, forget, cell), times(graph, input, candidate));
        String output = gate(graph, lstm, gates.get(3), peephole, 2, after);
        String seen = normalization == null
                ? after
                : normalized(graph, after, normalization.cellGain(), normalization.cellShift());
        String shown = times(graph, output, ActivationExport.write(graph, formula.activation(), seen));
        Parameter projection = weights.projection();
        return List.of(projection == null ? shown : product(graph, shown, projection), after);
    }

    /// @param place of the gate's peephole: i, f, o
    private static String gate(GraphBuilder graph, Lstm lstm, String sum, @Nullable Parameter peephole, int place,
            String cell) {
        String seeing = sum;
        if (peephole != null) {
            int units = lstm.weights().units();
            float[] own = Arrays.copyOfRange(peephole.value(), place * units, (place + 1) * units);
            seeing = plus(graph, sum, times(graph, cell, graph.numbers("peephole", own, units)));
        }
        return ActivationExport.write(graph, lstm.spec().cell().recurrentActivation(), seeing);
    }

    /// h = n + z·(h′ − n)
    private static String step(GraphBuilder graph, Gru gru, String ofInput, String hidden) {
        RecurrentWeights weights = gru.weights();
        int units = weights.units();
        List<String> inputs = split(graph, ofInput, GRU_GATES, units);
        List<String> sums = split(graph, product(graph, hidden, weights.recurrentWeights()), GRU_GATES, units);
        String reset = ActivationExport.write(graph, gru.spec().recurrentActivation(),
                plus(graph, inputs.get(0), sums.get(0)));
        String update = ActivationExport.write(graph, gru.spec().recurrentActivation(),
                plus(graph, inputs.get(1), sums.get(1)));
        float[] bias = Arrays.copyOfRange(weights.bias().value(), GRU_GATES * units, (GRU_GATES + 1) * units);
        String ofState = weights.hasBias()
                ? plus(graph, sums.get(2), graph.numbers("bias", bias, units))
                : sums.get(2);
        String candidate = ActivationExport.write(graph, gru.spec().activation(),
                plus(graph, inputs.get(2), times(graph, reset, ofState)));
        String way = graph.node("Sub", List.of(hidden, candidate));
        return plus(graph, candidate, times(graph, update, way));
    }

    private static String mixed(GraphBuilder graph, String before, String after, float kept) {
        return kept == 0f
                ? after
                : plus(graph, times(graph, before, graph.numbers("kept", new float[]{kept})),
                        times(graph, after, graph.numbers("taken", new float[]{1f - kept})));
    }

    /// One node: written as a difference and quotients of float32 it loses digits, 1.3e-4 standard deviations of one output instead of less
    /// than 1e-5.
    private static String normalized(GraphBuilder graph, String x, Parameter gain, @Nullable Parameter shift) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axis", new Whole(-1));
        attributes.put("epsilon", new Real(EPSILON));
        List<String> inputs = new ArrayList<>(List.of(x, DenseExport.vector(graph, "gain", gain)));
        if (shift != null) {
            inputs.add(DenseExport.vector(graph, "shift", shift));
        }
        return graph.node("LayerNormalization", inputs, attributes);
    }

    private static List<String> split(GraphBuilder graph, String x, int parts, int units) {
        long[] sizes = new long[parts];
        Arrays.fill(sizes, units);
        return graph.nodes("Split", List.of(x, graph.wholes("sizes", sizes)), Map.of("axis", new Whole(-1)), parts);
    }

    /// x·Wᵀ
    private static String product(GraphBuilder graph, String x, Parameter weights) {
        int rows = weights.shape().size(0);
        float[] turned = new float[weights.value().length];
        WeightArrays.transpose(weights.value(), rows, turned);
        return graph.node("MatMul", List.of(x, graph.numbers("weight", turned, weights.shape().last(), rows)));
    }

    private static String plus(GraphBuilder graph, String a, String b) {
        return graph.node("Add", List.of(a, b));
    }

    private static String times(GraphBuilder graph, String a, String b) {
        return graph.node("Mul", List.of(a, b));
    }
}
