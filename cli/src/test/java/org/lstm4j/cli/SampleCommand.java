package org.lstm4j.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A command with every group of options that does what the test says.
final class SampleCommand implements Command {

    /// What the command does when it runs.
    interface Action {
        ExitCode run(SampleCommand command, Console console, GlobalOptions options)
                throws IOException, InterruptedException;
    }

    @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Mixin
    final ModelOptions modelOptions = new ModelOptions();

    private final Action action;

    SampleCommand(Action action) {
        this.action = action;
    }

    @Override
    public String example() {
        return "sample sales.csv --target demand";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws IOException, InterruptedException {
        return action.run(this, console, options);
    }
}
