package org.lstm4j.nn.init;

import java.util.List;
import org.lstm4j.Suggestion;

/// Keras' names for initialisers, each with its default settings there.
public final class Initializers {

    private static final List<String> NAMES = List.of("zeros", "ones", "random_uniform", "random_normal",
            "truncated_normal", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform",
            "lecun_normal", "orthogonal", "identity");

    private Initializers() {}

    /// The names that [#named] knows.
    public static List<String> names() {
        return NAMES;
    }

    /// The initialiser of that name.
    ///
    /// @throws IllegalArgumentException when there is none; the message lists all
    public static Initializer named(String name) {
        return switch (name) {
            case "zeros" -> Constant.zeros();
            case "ones" -> Constant.ones();
            case "random_uniform" -> new RandomUniform();
            case "random_normal" -> new RandomNormal();
            case "truncated_normal" -> new TruncatedNormal();
            case "glorot_uniform" -> VarianceScaling.glorotUniform();
            case "glorot_normal" -> VarianceScaling.glorotNormal();
            case "he_uniform" -> VarianceScaling.heUniform();
            case "he_normal" -> VarianceScaling.heNormal();
            case "lecun_uniform" -> VarianceScaling.lecunUniform();
            case "lecun_normal" -> VarianceScaling.lecunNormal();
            case "orthogonal" -> new Orthogonal();
            case "identity" -> new Identity();
            default -> throw new IllegalArgumentException("unknown initialiser '" + name + "'; "
                    + Suggestion.text(name, NAMES) + "known are " + NAMES);
        };
    }
}
