package org.lstm4j.tune.study;

import java.time.Instant;

/// What a training run is known by.
///
/// @param name given by the user, without control characters and at most 100 characters long; empty when none was given
/// @param made when training had ended
/// @param version of lstm4j
/// @param model where the model file was written; empty where it was not
public record RunLabel(String name, Instant made, String version, String model) {

    private static final int LONGEST = 100;

    public RunLabel {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of a run has at most " + LONGEST
                    + " characters, in one line without control characters");
        }
    }

    /// Whether a run may be called so.
    public static boolean isName(String name) {
        return name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
    }
}
