package org.lstm4j.benchmarks.protocol;

/// A contestant computes something else than the reference: its times would mean nothing.
public final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CheckFailedException(String message) {
        super(message);
    }
}
