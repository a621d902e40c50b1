package org.lstm4j.interop.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lstm4j.nn.Activation;

/// A function that a file of plain Java may need, with those that it needs itself. Their text stands in resources of the same names; the
/// functions compute what our kernels and layers do, operation by operation.
enum RuntimePart {
    TABLES, SCALED_STRAIGHT, SCALED_LOGARITHM, SEASON, LEVEL_NONE, LEVEL_LAST, LEVEL_REVIN, OBSERVED, LAGGED, KNOWN_AHEAD, EVERYWHERE, CATEGORIES, NUMBER_OF, SPREAD, DISTRIBUTION, LOGARITHMIC_DISTRIBUTION, DISTANCE, DECODE_DOUBLES, ACTIVATION, EXPONENTIAL, LINEAR, RELU, TANH, SIGMOID, HARD_SIGMOID, SOFTSIGN, SOFTPLUS, ELU, SELU, LEAKY_RELU, RELU6, HARD_TANH, SILU, MISH, ACTIVATE, WALK, LSTM_FROM, LSTM, GRU, SIMPLE_RNN, MERGE, DENSE, LAYER_NORMALIZATION, CATEGORY, EMBEDDING, EMBEDDED_COLUMNS, WINDOW_MAP, SEGMENT_LSTM, SOFTMAX, LAST_STEP, REPEAT_VECTOR, GLOBAL_AVERAGE, GLOBAL_MAXIMUM, DIFFERENCE, QUOTIENT, EXTREME, END_TO_END, DECODE;

    private List<RuntimePart> needs() {
        return switch (this) {
            case TANH, SIGMOID, SOFTPLUS, ELU, SELU, SILU, SOFTMAX -> List.of(EXPONENTIAL);
            case MISH -> List.of(TANH, SOFTPLUS);
            case ACTIVATE -> List.of(ACTIVATION);
            case LSTM_FROM, GRU, SIMPLE_RNN, DENSE -> List.of(ACTIVATION, WALK);
            case SPREAD, DISTRIBUTION, LOGARITHMIC_DISTRIBUTION -> List.of(DISTANCE);
            case LSTM -> List.of(LSTM_FROM);
            case EMBEDDING, EMBEDDED_COLUMNS -> List.of(CATEGORY);
            case SEGMENT_LSTM -> List.of(LSTM_FROM, DENSE, MERGE, CATEGORY, RELU, TANH, SIGMOID, LINEAR);
            default -> List.of();
        };
    }

    /// Adds this part and all that it needs.
    void addTo(Set<RuntimePart> parts) {
        if (parts.add(this)) {
            needs().forEach(part -> part.addTo(parts));
        }
    }

    /// Its text, as it stands within a class.
    String text() {
        try (InputStream in = RuntimePart.class.getResourceAsStream(label() + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource " + label() + ".txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of its resource, and mostly of its function.
    private String label() {
        return name().toLowerCase(Locale.ROOT);
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
        return activation == Activation.EXPONENTIAL ? "exp" : of(activation).label();
    }
}
