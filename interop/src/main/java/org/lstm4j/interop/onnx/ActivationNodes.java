package org.lstm4j.interop.onnx;

import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.SoftmaxSpec;

/// Functions of each element, where they are one of ours.
final class ActivationNodes {

    private static final float CLOSE = 1e-5f;
    private static final float SELU_ALPHA = 1.6732632f;
    private static final float SELU_GAMMA = 1.050701f;

    private ActivationNodes() {}

    static Value activation(NodeReading node) {
        Activation activation = read(node);
        if (node.value(0) instanceof Value.Formula(Flow base, Term term)) {
            return FormulaNodes.formula(node, base, Term.call(node.operator(), term));
        }
        return after(node, node.settled(0), activation);
    }

    static Flow after(NodeReading node, Flow flow, Activation activation) {
        return flow.with(ForeignLayer.of(node.layerName(), new ActivationSpec(activation)));
    }

    private static Activation read(NodeReading node) {
        return switch (node.operator()) {
            case "Relu" -> Activation.RELU;
            case "Tanh" -> Activation.TANH;
            case "Sigmoid" -> Activation.SIGMOID;
            case "Softsign" -> Activation.SOFTSIGN;
            case "Softplus" -> Activation.SOFTPLUS;
            case "Exp" -> Activation.EXPONENTIAL;
            case "Mish" -> Activation.MISH;
            case "Gelu" -> gelu(node);
            case "HardSigmoid" -> withSettings(node, Activation.HARD_SIGMOID, 0.2f, 1 / 6f, "beta", 0.5f, 0.5f);
            case "Elu" -> withSettings(node, Activation.ELU, 1f, 1f, "beta", 0f, 0f);
            case "LeakyRelu" -> withSettings(node, Activation.LEAKY_RELU, 0.01f, 0.2f, "beta", 0f, 0f);
            case "Selu" -> withSettings(node, Activation.SELU, SELU_ALPHA, SELU_ALPHA, "gamma", SELU_GAMMA, SELU_GAMMA);
            default ->
                throw node.refuse("no layer of ours does this", "", node.operator(), "leave it out of the model");
        };
    }

    private static Activation gelu(NodeReading node) {
        String form = node.text("approximate", "none");
        if (!form.equals("none")) {
            throw node.refuse("it is another form of gelu", "approximate none", form, "export the exact form");
        }
        return Activation.GELU;
    }

    private static Activation withSettings(NodeReading node, Activation activation, float defaultAlpha, float ourAlpha,
            String secondName, float defaultSecond, float ourSecond) {
        float alpha = node.number("alpha", defaultAlpha);
        float second = node.number(secondName, defaultSecond);
        if (!(Math.abs(alpha - ourAlpha) < CLOSE && Math.abs(second - ourSecond) < CLOSE)) {
            throw node.refuse("its settings are not those of our " + activation.label(),
                    "alpha " + ourAlpha + ", " + secondName + " " + ourSecond, "alpha " + alpha + ", " + secondName
                            + " " + second,
                    "train with " + activation.label());
        }
        return activation;
    }

    static Value clip(NodeReading node) {
        float least = limit(node, "min", 1, Float.NEGATIVE_INFINITY);
        float most = limit(node, "max", 2, Float.POSITIVE_INFINITY);
        Activation activation = clip(least, most);
        if (activation == null) {
            throw node.refuse("it clips at limits that no activation of ours has", "0 and 6, −1 and 1, or 0 alone",
                    least + " and " + most, "leave it out of the model");
        }
        return after(node, node.settled(0), activation);
    }

    private static @Nullable Activation clip(float least, float most) {
        if (least == 0f && most == 6f) {
            return Activation.RELU6;
        }
        if (least == -1f && most == 1f) {
            return Activation.HARD_TANH;
        }
        return least == 0f && most >= Float.MAX_VALUE ? Activation.RELU : null;
    }

    private static float limit(NodeReading node, String name, int input, float otherwise) {
        if (node.isSet(name) || !node.has(input)) {
            return node.number(name, otherwise);
        }
        StoredTensor limit = node.constant(input, "the limit " + name);
        if (limit.elements() != 1) {
            throw node.refuse("a limit is not one number", "one", limit.shape().toString(), "export the model again");
        }
        return limit.floats()[0];
    }

    /// Over the last axis. Before operator set 13 it was over all axes from the given one on.
    static Value softmax(NodeReading node) {
        Flow flow = node.features(0);
        boolean old = node.operatorSet() < 13;
        int axis = node.axis(node.whole("axis", old ? 1 : -1), flow.rank());
        if (axis != flow.rank() - 1) {
            throw node.refuse("it is over another axis than the last", "axis −1", Integer.toString(axis),
                    "move features to the end before");
        }
        return flow.with(ForeignLayer.of(node.layerName(), new SoftmaxSpec(node.operator().equals("LogSoftmax"))));
    }
}
