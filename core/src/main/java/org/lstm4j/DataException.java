package org.lstm4j;

/// The data cannot be used as it is: unreadable rows, a missing column, too
/// few steps.
public final class DataException extends Lstm4jException {

    private static final long serialVersionUID = 1L;

    public DataException(Problem problem) {
        super(problem, null);
    }

    public DataException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
