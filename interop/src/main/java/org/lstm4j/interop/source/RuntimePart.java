package org.lstm4j.interop.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.lstm4j.nn.Activation;

/// A function that a file of plain Java may need, with those that it needs itself. Their text stands in resources of the same names; the
/// functions compute what our kernels and layers do, operation by operation.
enum RuntimePart {
    ACTIVATION("activation"), EXPONENTIAL("exponential"), LINEAR("linear"), RELU("relu"), TANH("tanh",
            EXPONENTIAL), SIGMOID("sigmoid", EXPONENTIAL), HARD_SIGMOID("hard_sigmoid"), SOFTSIGN("softsign"), SOFTPLUS(
                    "softplus", EXPONENTIAL), ELU("elu", EXPONENTIAL), SELU("selu", EXPONENTIAL), LEAKY_RELU(
                            "leaky_relu"), RELU6("relu6"), HARD_TANH("hard_tanh"), SILU("silu", EXPONENTIAL), MISH(
                                    "mish",
                                    TANH, SOFTPLUS), ACTIVATE("activate", ACTIVATION), WALK("walk"), LSTM("lstm",
                                            ACTIVATION, WALK), GRU("gru", ACTIVATION, WALK), SIMPLE_RNN("simple_rnn",
                                                    ACTIVATION, WALK), MERGE("merge"), DENSE("dense", ACTIVATION,
                                                            WALK), LAYER_NORMALIZATION(
                                                                    "layer_normalization"), EMBEDDING(
                                                                            "embedding"), SOFTMAX("softmax",
                                                                                    EXPONENTIAL), LAST_STEP(
                                                                                            "last_step"), REPEAT_VECTOR(
                                                                                                    "repeat_vector"), GLOBAL_AVERAGE(
                                                                                                            "global_average"), GLOBAL_MAXIMUM(
                                                                                                                    "global_maximum"), DECODE(
                                                                                                                            "decode");

    private final String resource;
    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it, it is
    private final List<RuntimePart> needs;

    RuntimePart(String resource, RuntimePart... needs) {
        this.resource = resource;
        this.needs = List.of(needs);
    }

    /// Adds this part and all that it needs.
    void addTo(Set<RuntimePart> parts) {
        if (parts.add(this)) {
            needs.forEach(part -> part.addTo(parts));
        }
    }

    /// Its text, as it stands within a class.
    String text() {
        try (InputStream in = RuntimePart.class.getResourceAsStream(resource + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + ".txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The function of an activation.
    ///
    /// @throws IllegalArgumentException when there is none: gelu needs a normal distribution of many terms
    static RuntimePart of(Activation activation) {
        return switch (activation) {
            case LINEAR -> LINEAR;
            case RELU -> RELU;
            case TANH -> TANH;
            case SIGMOID -> SIGMOID;
            case HARD_SIGMOID -> HARD_SIGMOID;
            case SOFTSIGN -> SOFTSIGN;
            case SOFTPLUS -> SOFTPLUS;
            case ELU -> ELU;
            case SELU -> SELU;
            case EXPONENTIAL -> EXPONENTIAL;
            case LEAKY_RELU -> LEAKY_RELU;
            case RELU6 -> RELU6;
            case HARD_TANH -> HARD_TANH;
            case SILU -> SILU;
            case MISH -> MISH;
            case GELU -> throw new IllegalArgumentException("the activation gelu");
        };
    }

    /// What the function is called.
    static String function(Activation activation) {
        return activation == Activation.EXPONENTIAL ? "exp" : of(activation).resource;
    }
}
