package org.lstm4j.benchmarks.protocol;

/// A network that answers one number for each sequence.
public interface Inference extends AutoCloseable {

    /// Hands sequences to the library.
    ///
    /// @param inputs `[sequences, steps, features]`, not kept
    void load(float[] inputs);

    /// Computes the answers to what is loaded, where the library keeps its results.
    void run();

    /// Copies the answers of the last run.
    ///
    /// @param outputs `[sequences]`, written
    void read(float[] outputs);

    @Override
    default void close() {}
}
