package org.lstm4j.nn.recurrent;

/// Which way a recurrent layer walks through the steps of its data.
enum WalkDirection {
    /// From the first step to the last.
    FORWARDS,
    /// From the last step to the first; the output of the last step comes first: Keras' `go_backwards`.
    BACKWARDS,
    /// From the last step to the first; every output stands at its own step: the second half of a bidirectional layer.
    BACKWARDS_IN_PLACE;

    boolean isBackwards() {
        return this != FORWARDS;
    }
}
