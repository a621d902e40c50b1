package org.lstm4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `lstm4j` without a command: what it can do.
@CommandLine.Command(name = "lstm4j", description = "LSTM models and time-series forecasting for the JVM.")
final class RootCommand {

    @Mixin
    final GlobalOptions options = new GlobalOptions();

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Print the version.")
    boolean version;
}
