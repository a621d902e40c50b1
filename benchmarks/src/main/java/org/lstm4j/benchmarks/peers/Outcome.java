package org.lstm4j.benchmarks.peers;

import org.lstm4j.benchmarks.protocol.Answer;

/// What a process came to.
sealed interface Outcome {

    /// It measured.
    ///
    /// @param answer what it said
    /// @param seconds from its start to its end
    record Success(Answer answer, double seconds) implements Outcome {}

    /// It did not.
    ///
    /// @param reason on one line
    record Failure(String reason) implements Outcome {}
}
