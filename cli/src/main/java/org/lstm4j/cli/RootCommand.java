package org.lstm4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `lstm4j` without a command: what it can do.
@CommandLine.Command(name = "lstm4j", description = "LSTM models and time-series forecasting for the JVM.", footer = {
    "", "'lstm4j COMMAND --help' says more about a command.", "",
    "Exit codes: 0 ok, 1 fault of the program, 2 usage, 3 bad data, 4 bad model file,",
    "5 reading or writing failed, 6 training diverged; 130 and 143 after a signal.", "",
    "More memory: LSTM4J_JAVA_OPTS=-Xmx8g lstm4j …"})
final class RootCommand {

    @Mixin
    final GlobalOptions options = new GlobalOptions();

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Print the version.")
    boolean version;

    /// Whether the command line asks what is possible, so that errors in the rest of
    /// it do not matter.
    boolean asksForHelp() {
        return help || version;
    }
}
