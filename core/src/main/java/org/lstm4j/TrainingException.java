package org.lstm4j;

/// Training had to stop: the loss, a gradient or the weights became NaN or infinite.
public final class TrainingException extends Lstm4jException {

    private static final long serialVersionUID = 1L;

    public TrainingException(Problem problem) {
        super(problem, null);
    }

    public TrainingException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
