package org.lstm4j.interop.onnx;

/// One of the things that the data in a graph is counted by. An axis counts one of them, or several that a reshape has put together, or,
/// where its size is 1, none.
///
/// @param role what it counts
/// @param size how many
record Atom(Role role, Extent size) {

    /// What an axis counts.
    enum Role {
        /// The input's axis 0: samples or steps, as the first recurrent layer tells.
        FIRST,
        /// The input's axis 1: the other.
        SECOND,
        /// Steps that a layer made.
        STEPS,
        /// The two directions of a recurrent layer.
        DIRECTIONS,
        /// What a layer reads of a step.
        FEATURES
    }

    static Atom features(long size) {
        return new Atom(Role.FEATURES, Extent.of(size));
    }

    boolean is(Role other) {
        return role == other;
    }
}
