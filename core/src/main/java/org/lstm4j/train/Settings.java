package org.lstm4j.train;

/// Checks that the settings of this package share.
final class Settings {

    private Settings() {}

    static void requireAtLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but was " + value);
        }
    }

    static void requireAbove0(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, but was " + value);
        }
    }
}
