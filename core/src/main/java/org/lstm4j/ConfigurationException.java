package org.lstm4j;

/// A setting, or a combination of settings, is not possible.
public final class ConfigurationException extends Lstm4jException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(Problem problem) {
        super(problem, null);
    }

    public ConfigurationException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
