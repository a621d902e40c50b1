package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.onnx.OnnxAttribute.Real;
import org.lstm4j.nn.Activation;

/// Writes activations of elements.
final class ActivationExport {

    private static final float SELU_ALPHA = 1.6732632f;
    private static final float SELU_GAMMA = 1.050701f;

    private ActivationExport() {}

    /// @return the name of the result
    static String write(GraphBuilder graph, Activation activation, String x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> graph.node("Relu", List.of(x));
            case TANH -> graph.node("Tanh", List.of(x));
            case SIGMOID -> graph.node("Sigmoid", List.of(x));
            case SOFTSIGN -> graph.node("Softsign", List.of(x));
            case SOFTPLUS -> graph.node("Softplus", List.of(x));
            case EXPONENTIAL -> graph.node("Exp", List.of(x));
            case HARD_SIGMOID -> graph.node("HardSigmoid", List.of(x),
                    attributes("alpha", 1 / 6f, "beta", 0.5f));
            case ELU -> graph.node("Elu", List.of(x), Map.of("alpha", new Real(1f)));
            case SELU -> graph.node("Selu", List.of(x), attributes("alpha", SELU_ALPHA, "gamma", SELU_GAMMA));
            case LEAKY_RELU -> graph.node("LeakyRelu", List.of(x), Map.of("alpha", new Real(0.2f)));
            case RELU6 -> clip(graph, x, 0f, 6f);
            case HARD_TANH -> clip(graph, x, -1f, 1f);
            case SILU -> graph.node("Mul", List.of(x, graph.node("Sigmoid", List.of(x))));
            case MISH -> graph.node("Mul",
                    List.of(x, graph.node("Tanh", List.of(graph.node("Softplus", List.of(x))))));
            case GELU -> gelu(graph, x);
        };
    }

    private static Map<String, OnnxAttribute> attributes(String one, float first, String two, float second) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put(one, new Real(first));
        attributes.put(two, new Real(second));
        return attributes;
    }

    private static String clip(GraphBuilder graph, String x, float least, float most) {
        return graph.node("Clip", List.of(x, number(graph, "least", least), number(graph, "most", most)));
    }

    /// x·(1 + erf(x/√2))·0.5
    private static String gelu(GraphBuilder graph, String x) {
        String scaled = graph.node("Div", List.of(x, number(graph, "root", (float) StrictMath.sqrt(2))));
        String error = graph.node("Add", List.of(graph.node("Erf", List.of(scaled)), number(graph, "one", 1f)));
        return graph.node("Mul", List.of(graph.node("Mul", List.of(x, error)), number(graph, "half", 0.5f)));
    }

    private static String number(GraphBuilder graph, String name, float number) {
        return graph.numbers(name, new float[]{number});
    }
}
