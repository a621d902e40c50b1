package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Activation;

/// An activation within a recurrent node: its name there, and the numbers it takes from the node's lists `activation_alpha` and
/// `activation_beta`, in which only those that have some take part.
///
/// @param activation ours
/// @param name ONNX': `Tanh`
/// @param alpha null where it takes none
/// @param beta null where it takes none
record CellActivation(Activation activation, String name, @Nullable Float alpha, @Nullable Float beta) {

    private static final float CLOSE = 1e-5f;

    private static final List<CellActivation> KNOWN = List.of(
            new CellActivation(Activation.TANH, "Tanh", null, null),
            new CellActivation(Activation.SIGMOID, "Sigmoid", null, null),
            new CellActivation(Activation.RELU, "Relu", null, null),
            new CellActivation(Activation.SOFTSIGN, "Softsign", null, null),
            new CellActivation(Activation.SOFTPLUS, "Softplus", null, null),
            new CellActivation(Activation.HARD_SIGMOID, "HardSigmoid", 1 / 6f, 0.5f),
            new CellActivation(Activation.ELU, "Elu", 1f, null),
            new CellActivation(Activation.LEAKY_RELU, "LeakyRelu", 0.2f, null),
            new CellActivation(Activation.LINEAR, "Affine", 1f, 0f));
    /// What the operator takes where the node says nothing.
    private static final Map<String, float[]> DEFAULTS = Map.of("HardSigmoid", new float[]{0.2f, 0.5f}, "Elu",
            new float[]{1f, 0f}, "LeakyRelu", new float[]{0.01f, 0f}, "Affine", new float[]{1f, 0f});

    /// ONNX' form of one of ours; null when a recurrent node cannot have it.
    static @Nullable CellActivation of(Activation activation) {
        return KNOWN.stream().filter(known -> known.activation == activation).findFirst().orElse(null);
    }

    /// Those of a node.
    ///
    /// @param count of all directions together
    static List<CellActivation> read(NodeReading node, int count) {
        List<String> names = node.texts("activations");
        Iterator<Float> alphas = node.numbers("activation_alpha").iterator();
        Iterator<Float> betas = node.numbers("activation_beta").iterator();
        if (!names.isEmpty() && names.size() != count) {
            throw node.refuse("it has another number of activations", Integer.toString(count), names.toString(),
                    "export the model again");
        }
        List<CellActivation> all = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            String name = names.isEmpty() ? defaultName(node, place, count) : names.get(place);
            all.add(checked(node, name, alphas, betas));
        }
        if (alphas.hasNext() || betas.hasNext()) {
            throw node.refuse("it has more numbers for activations than these take", "activation_alpha and _beta for "
                    + names, "more", "export the model again");
        }
        return all;
    }

    /// Gates have the sigmoid, all else tanh; the first of a cell is that of gates, unless it has one alone.
    private static String defaultName(NodeReading node, int place, int count) {
        int ofCell = switch (node.operator()) {
            case "LSTM" -> 3;
            case "GRU" -> 2;
            default -> count;
        };
        boolean gates = !node.operator().equals("RNN") && place % ofCell == 0;
        return gates ? "Sigmoid" : "Tanh";
    }

    private static CellActivation checked(NodeReading node, String name, Iterator<Float> alphas,
            Iterator<Float> betas) {
        CellActivation known = KNOWN.stream()
                .filter(one -> one.name.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> node.refuse("it has an activation that no cell of ours has",
                        KNOWN.stream().map(CellActivation::name).toList().toString(), name, "train with another"));
        float[] defaults = DEFAULTS.getOrDefault(known.name, new float[2]);
        boolean sameAlpha = same(known.alpha, alphas, defaults[0]);
        boolean sameBeta = same(known.beta, betas, defaults[1]);
        if (!(sameAlpha && sameBeta)) {
            throw node.refuse("its activation " + known.name + " has other settings than our "
                    + known.activation.label(), "alpha " + known.alpha + ", beta " + known.beta, "others",
                    "train with another");
        }
        return known;
    }

    private static boolean same(@Nullable Float ours, Iterator<Float> given, float otherwise) {
        if (ours == null) {
            return true;
        }
        float value = given.hasNext() ? given.next() : otherwise;
        return Math.abs(value - ours) < CLOSE;
    }
}
