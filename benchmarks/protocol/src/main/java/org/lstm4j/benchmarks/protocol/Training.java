package org.lstm4j.benchmarks.protocol;

/// A network being trained: mean squared error, Adam with learning rate 0.001, β1 0.9, β2 0.999, ε 1e-8.
public interface Training extends AutoCloseable {

    /// Hands a batch to the library.
    ///
    /// @param inputs `[batch, steps, features]`, not kept
    /// @param targets `[batch]`, not kept
    void load(float[] inputs, float[] targets);

    /// Forward, loss, backward and one step of Adam on the loaded batch.
    ///
    /// @return the loss before the step
    double step();

    /// The gradients of the loss on the loaded batch, in the shapes of the weights, which stay as they are. Slow; for checks.
    Weights gradients();

    /// The weights as they are. Where a library keeps two biases, their sum.
    Weights weights();

    @Override
    default void close() {}
}
