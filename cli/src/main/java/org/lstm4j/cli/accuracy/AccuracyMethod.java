package org.lstm4j.cli.accuracy;

import java.util.Optional;

/// A way to forecast that protocols judge.
public interface AccuracyMethod {

    /// Its name in tables and JSON: `lstm`, `seasonal_naive`.
    String name();

    /// Whether it is ours.
    default MethodKind kind() {
        return MethodKind.BASELINE;
    }

    /// Why it is left out of a protocol, as the end of a sentence: `it is slow, and there are 9000 windows`; empty where it is not.
    default Optional<String> reasonAgainst(Task task) {
        return Optional.empty();
    }

    /// Gets ready for a protocol. It may learn from the training part and choose on the validation part, and looks at nothing
    /// after them.
    FittedMethod fit(Task task);
}
