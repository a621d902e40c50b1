package org.lstm4j.cli;

import java.util.List;
import java.util.function.Supplier;

/// The commands, in the order in which help lists them.
final class Commands {

    /// @param name what is typed after `lstm4j`
    /// @param summary what it does, in a line
    /// @param command makes the command; called only when its name is on the command line, since reading the options
    ///     of all commands would take longer than everything else at start
    record Entry(String name, String summary, Supplier<Command> command) {}

    static final List<Entry> ALL = List.of(
            new Entry("bench", "Time training and inference: CSV lines, then a table of ratios.", BenchCommand::new),
            new Entry(CompletionCommand.NAME, "Print the completion script for a shell: bash or zsh.",
                    CompletionCommand::new));

    private Commands() {}
}
