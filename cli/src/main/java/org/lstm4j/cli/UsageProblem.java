package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lstm4j.Problem;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, with the nearest right word where a
/// word is wrong.
final class UsageProblem {

    private UsageProblem() {}

    static Problem of(ParameterException exception) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        return switch (exception) {
            case UnmatchedArgumentException unmatched -> unmatched(command, unmatched.getUnmatched().getFirst());
            case OverwrittenOptionException twice -> Problem.of(
                    name(twice.getOverwritten()) + " is given more than once", "give it once");
            case MissingParameterException missing -> Problem.of(missing(missing, command), seeHelp(command));
            default -> other(exception, command);
        };
    }

    /// Something is missing: arguments of the command, or the value of an option.
    private static String missing(MissingParameterException exception, CommandSpec command) {
        String message = message(exception);
        if (message.startsWith("Missing required parameter for option")) {
            return name(exception.getMissing().getFirst()) + " needs a value";
        }
        if (message.startsWith("Missing required")) {
            List<String> names = exception.getMissing().stream().map(UsageProblem::name).toList();
            return command.qualifiedName() + " needs " + String.join(" and ", names);
        }
        return message;
    }

    private static Problem other(ParameterException exception, CommandSpec command) {
        ArgSpec argument = exception.getArgSpec();
        String value = exception.getValue();
        if (argument == null || value == null) {
            return Problem.of(message(exception), seeHelp(command));
        }
        return invalidValue(exception, command, argument, value);
    }

    private static Problem invalidValue(ParameterException exception, CommandSpec command, ArgSpec argument,
            String value) {
        List<String> choices = choices(argument);
        String expected = choices.isEmpty() ? expectation(exception) : "one of " + String.join(", ", choices);
        String where = command.defaultValueProvider() instanceof ConfigFile config
                ? config.source(argument).map(file -> " in '" + file + "'").orElse("")
                : "";
        return new Problem(
                name(argument) + " has a value it cannot have" + where, expected, "'" + value + "'",
                didYouMean(value, candidates(argument)) + seeHelp(command));
    }

    /// What our converters say they expect; picocli hides it behind a prefix in
    /// its own message.
    private static String expectation(ParameterException exception) {
        return message(exception.getCause() instanceof TypeConversionException expected ? expected : exception);
    }

    /// All values that an option takes; empty where a converter says what it takes.
    private static List<String> choices(ArgSpec argument) {
        return argument.type().isEnum() ? candidates(argument) : List.of();
    }

    private static List<String> candidates(ArgSpec argument) {
        List<String> candidates = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(candidates::add);
        }
        return candidates;
    }

    private static Problem unmatched(CommandSpec command, String word) {
        if (word.startsWith("-")) {
            String typed = word.split("=", 2)[0];
            if (Planned.isOption(command.name(), typed)) {
                return Problem.of(command.qualifiedName() + " has no option '" + typed + "' yet",
                        Planned.FIX + seeHelp(command));
            }
            List<String> options = command.options().stream().flatMap(option -> List.of(option.names()).stream())
                    .toList();
            return Problem.of(command.qualifiedName() + " has no option '" + typed + "'",
                    didYouMean(typed, options) + seeHelp(command));
        }
        if (command.parent() == null && Planned.isCommand(word)) {
            return Problem.of("there is no command '" + word + "' yet", Planned.FIX + seeHelp(command));
        }
        if (command.parent() == null) {
            return Problem.of("there is no command '" + word + "'",
                    didYouMean(word, command.subcommands().keySet()) + "'" + command.name()
                            + " --help' lists the commands");
        }
        return Problem.of("'" + word + "' is one argument too many for '" + command.qualifiedName() + "'",
                seeHelp(command));
    }

    private static String didYouMean(String typed, Collection<String> names) {
        return Suggestion.closest(typed, names).map(name -> "did you mean '" + name + "'? ").orElse("");
    }

    private static String seeHelp(CommandSpec command) {
        return "see '" + command.qualifiedName() + " --help'";
    }

    private static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
