package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What was typed, as a line that can be pasted: words are quoted where a shell needs it.
final class TypedCommand {

    private static final String PROGRAM = "./lstm4j";

    /// How results are said, which is of no account to what they are.
    private static final List<String> MANNERS = List.of("--json", "--quiet", "--verbose", "-vv");

    private final CommandSpec spec;

    TypedCommand(CommandSpec spec) {
        this.spec = spec;
    }

    /// The line itself.
    String line() {
        return line(Stream.concat(Stream.of(PROGRAM), parsed().originalArgs().stream()));
    }

    /// The line for another command on the same data: arguments and options that both commands have, then some more. How this one
    /// says its results, as JSON or quietly, is left out.
    ///
    /// @param command the other's name
    /// @param dropped names of options that only this command has
    /// @param more options by name, in order; they replace those of the same name
    String lineFor(String command, List<String> dropped, Map<String, String> more) {
        List<String> words = new ArrayList<>(List.of(PROGRAM, command));
        for (ArgSpec argument : parsed().matchedArgs()) {
            if (!(argument instanceof OptionSpec option)) {
                words.addAll(argument.originalStringValues());
            } else if (!Stream.of(MANNERS, dropped, more.keySet())
                    .anyMatch(names -> names.contains(option.longestName()))) {
                add(words, option);
            }
        }
        more.forEach((name, value) -> words.addAll(List.of(name, value)));
        return line(words.stream());
    }

    private static void add(List<String> words, OptionSpec option) {
        if (option.arity().max() == 0) {
            words.add(option.longestName());
            return;
        }
        words.addAll(List.of(option.longestName(), String.join(",", option.originalStringValues())));
    }

    private ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    private static String line(Stream<String> words) {
        return String.join(" ", words.map(TypedCommand::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:,=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
