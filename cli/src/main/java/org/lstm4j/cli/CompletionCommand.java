package org.lstm4j.cli;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script that makes the shell complete commands, options and their
/// values.
final class CompletionCommand implements Command {

    static final String NAME = "completion";

    /// The shells whose completion is known. Both read the same script: zsh through
    /// its emulation of bash's completion, which the script switches on.
    enum Shell {
        BASH, ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    @Nullable
    Shell shell;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public String example() {
        return "completion bash > ~/.local/share/bash-completion/completions/lstm4j";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        String script = AutoComplete.bash("lstm4j", Objects.requireNonNull(spec).root().commandLine());
        console.print(script);
        console.print(JsonValue.object().put("shell", String.valueOf(shell)).put("script", script).build());
        return ExitCode.OK;
    }
}
