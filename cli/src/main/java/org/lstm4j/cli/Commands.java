package org.lstm4j.cli;

import java.util.List;

/// The commands, in the order in which help lists them.
final class Commands {

    private Commands() {}

    /// A fresh object of each command.
    static List<Command> all() {
        return List.of(
                new CompletionCommand());
    }
}
