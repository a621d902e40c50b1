package org.lstm4j.cli.accuracy;

/// A way to forecast that protocols judge.
public interface AccuracyMethod {

    /// Its name in tables and JSON: `lstm`, `seasonal_naive`.
    String name();

    /// Whether it takes a bearable time for so many windows.
    default boolean isAffordable(int windows) {
        return true;
    }

    /// Gets ready for a protocol. It may learn from the training part and choose on the validation part, and looks at nothing
    /// after them.
    FittedMethod fit(Task task);
}
