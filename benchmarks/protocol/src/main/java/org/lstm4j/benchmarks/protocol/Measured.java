package org.lstm4j.benchmarks.protocol;

/// Something that can be done again and again.
@FunctionalInterface
public interface Measured {

    /// Does it once.
    ///
    /// @return a number that depends on the work, so that no compiler can leave it out: the loss, or an output
    double run();
}
