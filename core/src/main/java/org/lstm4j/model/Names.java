package org.lstm4j.model;

import java.nio.charset.StandardCharsets;

/// What names and texts in a header may be.
final class Names {

    private Names() {}

    /// Control characters hide a name, or what follows it, from tools that print or cut it.
    ///
    /// @throws IllegalArgumentException when the name is empty, has a control character or is not valid Unicode
    static void requireName(String what, String name) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " name " + Quoted.of(name) + " must not be empty or have control characters");
        }
        requireUnicode(what + " name", name);
    }

    /// Half a surrogate pair has no UTF-8 bytes, so it would come back as another text.
    ///
    /// @throws IllegalArgumentException when there is one
    static void requireUnicode(String what, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(what + " " + Quoted.of(text) + " is not valid Unicode text");
        }
    }
}
