package org.lstm4j.cli;

/// What the process tells its caller. Scripts rely on these numbers; 130 and 143
/// (SIGINT, SIGTERM) come from the JVM itself.
enum ExitCode {
    OK(0), FAULT(1), USAGE(2), DATA(3), MODEL_FILE(4), STORAGE(5), TRAINING(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
