package org.lstm4j.tune;

/// Hears how a search goes on. All calls come from the thread that runs it, in an order that may differ from run to run where several
/// trials are evaluated at once.
public interface TuningListener {

    /// Hears nothing.
    TuningListener SILENT = new TuningListener() {
    };

    /// A trial was chosen.
    default void trialChosen(Trial trial) {}

    /// A result that an earlier run had found already.
    default void resultKnown(Trial trial, RungResult result) {}

    /// A result that is new, and in the journal.
    default void resultFound(Trial trial, RungResult result) {}

    /// All trials chosen together are over.
    ///
    /// @param study all trials so far
    default void generationFinished(Study study) {}
}
