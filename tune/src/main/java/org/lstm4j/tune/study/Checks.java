package org.lstm4j.tune.study;

import java.util.regex.Pattern;

/// Checks of what records are made of, whether a caller hands it in or a file does.
final class Checks {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Checks() {}

    static void requireSha256(String name, String value) {
        if (!SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the SHA-256 of " + name + " must be 64 hexadecimal digits, but was '" + value + "'");
        }
    }

    static void requireAtLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but was " + value);
        }
    }
}
