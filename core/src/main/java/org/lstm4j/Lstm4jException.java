package org.lstm4j;

import org.jspecify.annotations.Nullable;

/// An error that the user can do something about. Each kind has an exit code of
/// its own on the command line.
///
/// Programming errors (a null argument, a negative size) are
/// `IllegalArgumentException`s and not part of this family.
public abstract sealed class Lstm4jException extends RuntimeException
        permits DataException, ConfigurationException, ModelFileException, StorageException, TrainingException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Lstm4jException(Problem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    /// What happened, what was expected, what was received and how to fix it.
    public Problem problem() {
        return problem;
    }
}
