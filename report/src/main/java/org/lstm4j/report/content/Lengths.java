package org.lstm4j.report.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Checks that go with every record of this package.
final class Lengths {

    private Lengths() {}

    static void requireEqual(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", but there are " + actual);
        }
    }

    static void requireDistinct(String what, List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        what + " need a name each, but two are called '" + name + "'; rename one");
            }
        }
    }
}
