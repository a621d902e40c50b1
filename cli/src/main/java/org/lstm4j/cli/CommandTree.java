package org.lstm4j.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.Lstm4jException;
import org.lstm4j.cli.Commands.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The root and all commands below it, as picocli sees them.
final class CommandTree {

    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 120;

    private CommandTree() {}

    /// @param arguments the command line: commands that are not named there get no
    /// options, but a name and a summary
    static CommandLine create(RootCommand root, List<Entry> commands, Terminal terminal, List<String> arguments) {
        CommandLine tree = new CommandLine(root);
        boolean complete = arguments.contains(CompletionCommand.NAME);
        for (Entry entry : commands) {
            CommandSpec command = complete || arguments.contains(entry.name())
                    ? CommandSpec.forAnnotatedObjectLenient(entry.command().get())
                    : CommandSpec.create();
            command.usageMessage().description(entry.summary());
            tree.addSubcommand(entry.name(), command);
        }
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setExpandAtFiles(false);
        tree.setDefaultValueProvider(new ConfigFile(tree.getCommandSpec(), arguments));
        tree.setUsageHelpWidth(Math.clamp(terminal.outColumns(), NARROWEST_HELP, WIDEST_HELP));
        tree.setColorScheme(Help.defaultColorScheme(terminal.controlsOut() ? Ansi.ON : Ansi.OFF));
        withAll(tree).forEach(line -> {
            line.getCommandSpec().parser().collectErrors(true);
            HelpLayout.applyTo(line.getCommandSpec());
        });
        return tree;
    }

    /// Parses the arguments.
    ///
    /// @return what was found for the command named, or for the root when none is
    /// @throws ParameterException the most telling of the errors
    /// @throws Lstm4jException when the file of `--config` is not a configuration
    /// @throws UncheckedIOException when that file cannot be read
    static ParseResult parse(CommandLine tree, RootCommand root, String... arguments) {
        ParseResult top = tree.parseArgs(arguments);
        ParseResult command = top.hasSubcommand() ? top.subcommand() : top;
        List<Exception> errors = Stream.of(top, command).flatMap(result -> result.errors().stream()).toList();
        if (!errors.isEmpty() && !root.asksForHelp()) {
            throw mostTelling(errors);
        }
        return command;
    }

    /// A mistyped option rather than the required one that is missing because of
    /// it; otherwise the first, since an argument that belongs nowhere is often only
    /// what an earlier error left over.
    private static RuntimeException mostTelling(List<Exception> errors) {
        Exception error = errors.stream().filter(CommandTree::isUnknownOption).findFirst().orElse(errors.getFirst());
        return switch (error.getCause()) {
            case Lstm4jException ours -> ours;
            case UncheckedIOException unreadable -> unreadable;
            case null, default -> (ParameterException) error;
        };
    }

    private static boolean isUnknownOption(Exception error) {
        return error instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().getFirst().startsWith("-");
    }

    private static Stream<CommandLine> withAll(CommandLine tree) {
        return Stream.concat(Stream.of(tree), tree.getSubcommands().values().stream());
    }
}
