package org.lstm4j.report.content;

/// Checks that go with every record of this package.
final class Lengths {

    private Lengths() {}

    static void requireEqual(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", but there are " + actual);
        }
    }
}
