package org.lstm4j.optim;

/// A number that is carried on from step to step: a count, a product of decays, a learning rate. A double, so that a resumed
/// run goes on with the same bits.
final class RunningNumber {

    private double value;

    RunningNumber(double value) {
        this.value = value;
    }

    double value() {
        return value;
    }

    void set(double other) {
        value = other;
    }

    /// Counts one more step.
    ///
    /// @return the number with it
    double increment() {
        value += 1;
        return value;
    }

    /// @return the product
    double multiply(double factor) {
        value *= factor;
        return value;
    }
}
