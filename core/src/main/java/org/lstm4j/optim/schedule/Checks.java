package org.lstm4j.optim.schedule;

/// Checks of settings that schedules share.
final class Checks {

    private Checks() {}

    static void requireSteps(String name, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + steps);
        }
    }

    /// A factor of the initial rate, which must not become 0.
    static void requireFactor(String name, double factor) {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, but was " + factor);
        }
    }
}
