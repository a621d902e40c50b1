package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.Suggestion;

/// The optimizers by name, for command lines and settings files.
public final class Optimizers {

    /// One of each, with the rate to begin with: PyTorch's default, and for Lion that of its paper.
    private static final List<OptimizerSpec> KNOWN = List.of(
            new Sgd(0.001, 0.9),
            new Adam(0.001),
            new AdamW(0.001),
            new Nadam(0.002),
            new Adamax(0.002),
            new RmsProp(0.01),
            new Adagrad(0.01),
            new Adadelta(1),
            new Lion(0.0001));

    private static final List<String> NAMES = KNOWN.stream().map(OptimizerSpec::name).toList();

    private Optimizers() {}

    /// The names that [#named] knows.
    public static List<String> names() {
        return NAMES;
    }

    /// The optimizer of that name with a rate and other settings that usually serve; `sgd` has a momentum of 0.9.
    ///
    /// @throws IllegalArgumentException when there is none
    public static OptimizerSpec named(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no optimizer '" + name + "': " + Suggestion.text(name, NAMES)
                    + "known are " + String.join(", ", NAMES));
        }
        return KNOWN.get(index);
    }

    /// The optimizer of that name with a rate of one's own.
    ///
    /// @throws IllegalArgumentException when there is none, or the rate is not above 0 and finite
    public static OptimizerSpec named(String name, double learningRate) {
        return named(name).withLearningRate(learningRate);
    }
}
