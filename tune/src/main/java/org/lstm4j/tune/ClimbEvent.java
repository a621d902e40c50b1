package org.lstm4j.tune;

/// What a thread that evaluates has to say to the one that runs the search.
sealed interface ClimbEvent {

    /// There is a result.
    record Found(Trial trial, RungResult result) implements ClimbEvent {}

    /// A climb has ended: on its last rung, by failure, or because time was up.
    record Over() implements ClimbEvent {}

    /// The objective threw an exception.
    record Broken(Throwable cause) implements ClimbEvent {}
}
