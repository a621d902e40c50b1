package org.lstm4j.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The root and all commands below it, as picocli sees them.
final class CommandTree {

    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 120;

    private CommandTree() {}

    static CommandLine create(RootCommand root, List<Command> commands, Terminal terminal) {
        CommandLine tree = new CommandLine(root);
        commands.forEach(tree::addSubcommand);
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setExpandAtFiles(false);
        tree.registerConverter(Long.class, new WholeNumber());
        tree.registerConverter(long.class, new WholeNumber());
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
    /// @throws ParameterException the most telling error: rather the mistyped option than the one that it leaves missing
    static ParseResult parse(CommandLine tree, String... arguments) {
        ParseResult root = tree.parseArgs(arguments);
        ParseResult command = root.hasSubcommand() ? root.subcommand() : root;
        List<Exception> errors = Stream.of(root, command).flatMap(result -> result.errors().stream()).toList();
        boolean asksForHelp = command.isUsageHelpRequested() || root.isVersionHelpRequested();
        if (!errors.isEmpty() && !asksForHelp) {
            throw mostTelling(errors);
        }
        return command;
    }

    /// An argument that belongs nowhere is usually what is left of an earlier error;
    /// an unknown option is an error of its own.
    private static ParameterException mostTelling(List<Exception> errors) {
        return (ParameterException) errors.stream()
                .filter(error -> error instanceof UnmatchedArgumentException unmatched
                        && unmatched.getUnmatched().getFirst().startsWith("-"))
                .findFirst()
                .orElse(errors.getFirst());
    }

    private static Stream<CommandLine> withAll(CommandLine tree) {
        return Stream.concat(Stream.of(tree), tree.getSubcommands().values().stream());
    }
}
