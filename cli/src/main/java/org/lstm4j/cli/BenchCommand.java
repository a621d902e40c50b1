package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import picocli.CommandLine.Unmatched;

/// Stands in help for the benchmark, which is a program of its own so that its
/// peers stay off this class path. The launcher starts that one and never comes
/// here.
final class BenchCommand implements Command {

    @Unmatched
    List<String> arguments = new ArrayList<>();

    @Override
    public String example() {
        return "bench --quick";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        throw new ConfigurationException(Problem.of(
                "the benchmark is not part of this jar", "start it with the launcher: ./lstm4j bench"));
    }
}
