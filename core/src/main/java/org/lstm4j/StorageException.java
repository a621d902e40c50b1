package org.lstm4j;

/// A file could not be read or written: it is missing, forbidden, or there is
/// no space left.
public final class StorageException extends Lstm4jException {

    private static final long serialVersionUID = 1L;

    public StorageException(Problem problem) {
        super(problem, null);
    }

    public StorageException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
