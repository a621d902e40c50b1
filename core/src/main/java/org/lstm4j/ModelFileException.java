package org.lstm4j;

/// A model or study file is damaged, of another version, or no such file at all.
public final class ModelFileException extends Lstm4jException {

    private static final long serialVersionUID = 1L;

    public ModelFileException(Problem problem) {
        super(problem, null);
    }

    public ModelFileException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
