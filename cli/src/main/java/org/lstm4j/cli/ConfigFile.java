package org.lstm4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonBoolean;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Options from the file that `--config` names: a JSON object whose keys are the
/// long names of options without dashes. What it says are defaults, so options on
/// the command line win.
final class ConfigFile implements IDefaultValueProvider {

    private static final String OPTION = "--config";

    private final CommandSpec root;
    private final List<String> arguments;
    private @Nullable Map<String, JsonValue> members;

    /// @param arguments the command line
    ConfigFile(CommandSpec root, List<String> arguments) {
        this.root = root;
        this.arguments = arguments;
    }

    /// The file's value for an option, as it would be typed; null when it has none.
    ///
    /// picocli asks for options that are not on the command line when it has read
    /// all of it, so `--config` is known by then. About a flag that is there it asks
    /// at once, and would set it to the opposite of the answer.
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || isGiven(option)) {
            return null;
        }
        JsonValue value = members().get(key(option));
        return value == null ? null : typed(key(option), value);
    }

    /// The file, when it is the one that gives the option its value.
    Optional<Path> source(ArgSpec argument) {
        return defaultValue(argument) == null ? Optional.empty() : path(argument.command());
    }

    private boolean isGiven(OptionSpec option) {
        return Stream.of(option.names())
                .anyMatch(name -> arguments.stream()
                        .anyMatch(given -> given.equals(name) || given.startsWith(name + "=")));
    }

    private Map<String, JsonValue> members() {
        if (members == null) {
            members = root.subcommands().values().stream()
                    .map(CommandLine::getCommandSpec)
                    .flatMap(command -> path(command).stream().map(file -> read(file, command)))
                    .findFirst()
                    .orElse(Map.of());
        }
        return members;
    }

    private static Optional<Path> path(CommandSpec command) {
        return Optional.ofNullable(command.findOption(OPTION)).map(option -> option.<Path>getValue());
    }

    private static Map<String, JsonValue> read(Path file, CommandSpec command) {
        Map<String, JsonValue> members = parse(file);
        List<String> known = command.options().stream().map(ConfigFile::key).toList();
        for (String key : members.keySet()) {
            if (!known.contains(key) || key.equals(key(OPTION))) {
                String meant = Suggestion.closest(key, known).map(name -> "did you mean '" + name + "'? ").orElse("");
                throw new ConfigurationException(Problem.of(
                        "'" + file + "' sets '" + key + "', which is no option of '" + command.qualifiedName() + "'",
                        meant + "see '" + command.qualifiedName() + " --help'"));
            }
        }
        return members;
    }

    private static Map<String, JsonValue> parse(Path file) {
        try {
            return Json.parse(Files.readString(file)).asObject().members();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new ConfigurationException(new Problem(
                    "'" + file + "' is no configuration: " + e.getMessage(), "a JSON object in UTF-8", "",
                    "write it like {\"epochs\": 20, \"target\": \"demand\"}"), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(String key, JsonValue value) {
        return switch (value) {
            case JsonText text -> text.value();
            case JsonNumber number -> number.literal();
            case JsonBoolean truth -> String.valueOf(truth.value());
            case JsonArray array ->
                array.items().stream().map(item -> typed(key, item)).collect(Collectors.joining(","));
            case JsonNull _,JsonObject _ -> throw new ConfigurationException(new Problem(
                    "the configuration gives '" + key + "' a value it cannot have",
                    "a text, number, truth value or list",
                    Json.write(value), "leave the key out for its default"));
        };
    }

    private static String key(OptionSpec option) {
        return key(option.longestName());
    }

    private static String key(String name) {
        return name.replaceFirst("^-+", "");
    }
}
