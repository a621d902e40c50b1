package org.lstm4j.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.lstm4j.cli.Commands.Entry;
import org.lstm4j.json.JsonValue;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The `lstm4j` command: parses the command line, runs one [Command] and answers
/// with an exit code.
public final class Lstm4j {

    private final List<Entry> commands;
    private final Terminal terminal;
    private final RootCommand root = new RootCommand();
    private final Console console;

    Lstm4j(List<Entry> commands, StandardStreams streams, Terminal terminal) {
        this.commands = commands;
        this.terminal = terminal;
        this.console = new Console(streams, terminal, root.options);
    }

    /// Runs the command line and ends the JVM.
    public static void main(String[] arguments) {
        // no result and no message depends on the user's language
        Locale.setDefault(Locale.ROOT);
        StandardStreams streams = StandardStreams.ofProcess();
        System.setErr(streams.err());
        Lstm4j lstm4j = new Lstm4j(Commands.ALL, streams, Terminal.of(System.getProperties(), System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(lstm4j.console::close, "console"));
        System.exit(lstm4j.run(arguments).number());
    }

    /// Runs the command line. Whatever goes wrong has become a message by the time
    /// this returns.
    ExitCode run(String... arguments) {
        ExitCode code;
        try {
            CommandLine tree = CommandTree.create(root, commands, terminal, List.of(arguments));
            code = answer(CommandTree.parse(tree, root, arguments));
        } catch (Throwable thrown) {
            // the outermost frame: nothing may leave as a bare stack trace
            code = console.report(thrown);
        }
        return console.finish(code);
    }

    private ExitCode answer(ParseResult parsed) throws IOException, InterruptedException {
        if (root.help) {
            String help = parsed.commandSpec().commandLine().getUsageMessage();
            console.print(help.stripTrailing());
            console.print(JsonValue.object().put("help", help).build());
            return ExitCode.OK;
        }
        if (root.version) {
            console.print(Version.line());
            console.print(JsonValue.object()
                    .put("version", Version.number())
                    .put("java", Runtime.version().toString())
                    .build());
            return ExitCode.OK;
        }
        if (parsed.commandSpec().userObject() instanceof Command command) {
            Logging.configure(root.options);
            return command.run(console, root.options);
        }
        throw new ParameterException(parsed.commandSpec().commandLine(), "no command is given");
    }
}
