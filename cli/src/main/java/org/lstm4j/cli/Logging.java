package org.lstm4j.cli;

/// How much of the log is shown: warnings, unless `-q` or `-v` says otherwise.
final class Logging {

    /// Read by logback.xml when the first logger is made, which is after the
    /// command line has been parsed.
    private static final String PROPERTY = "lstm4j.log";

    private Logging() {}

    static void level(GlobalOptions options) {
        System.setProperty(PROPERTY, switch (options.verbosity()) {
            case 0 -> options.quiet ? "ERROR" : "WARN";
            case 1 -> "INFO";
            default -> "DEBUG";
        });
    }
}
