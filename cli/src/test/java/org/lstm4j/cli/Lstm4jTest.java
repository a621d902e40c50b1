package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.cli.Commands.Entry;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.train.History;
import picocli.CommandLine;

class Lstm4jTest {

    /// The commands of the contract, in its order.
    private static final List<String> CONTRACT = List.of("demo", "chapter", "prepare", "train", "evaluate", "forecast",
            "backtest", "tune", "accuracy", "runs", "update", "explain", "inspect", "import", "export", "verify",
            "serve", "bench", "completion");

    static List<String> commands() {
        return Commands.ALL.stream().map(Entry::name).toList();
    }

    @Test
    void listsTheCommandsInTheOrderOfTheContract() {
        List<String> listed = new ArrayList<>(CONTRACT);
        listed.retainAll(commands());

        assertThat(commands()).isEqualTo(listed);
        assertThat(Session.of("--help").out()).containsSubsequence(listed);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void beginsTheHelpOfEveryCommandWithAnExample(String command) {
        Session session = Session.of(command, "--help");

        assertThat(session.code()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).startsWith("Example: lstm4j " + command)
                .contains("Usage: lstm4j " + command)
                .contains("--json", "-q,", "-v,", "--seed=N", "--threads=N", "--help");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void beginsItsOwnHelpWithAnExample() {
        assertThat(Session.of("--help").out()).startsWith("Example: lstm4j demo");
    }

    @Test
    void helpsEvenWhenTheRestIsWrong() {
        assertThat(Session.of("completion", "--help", "--no-such-option").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void groupsOptionsInHelpWithThoseOfEveryCommandLast() {
        assertThat(Session.sample((_, _, _) -> ExitCode.OK, "--help").out()).containsSubsequence(
                "Reading:", "--time", "Roles of the columns:", "--target", "Cleaning:", "--fill",
                "Model and training:", "--horizon", "Options of every command:", "--json");
    }

    @Test
    void printsItsVersion() {
        assertThat(Session.of("--version").out()).startsWith("lstm4j ");
        assertThat(parse(Session.of("--version", "--json").out()).members()).containsOnlyKeys("version", "java");
    }

    @Test
    void asksForACommand() {
        Session session = Session.of();

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("no command").contains("--help");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        Session session = Session.of("completoin", "bash");

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("no command 'completoin'").contains("did you mean 'completion'?");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        Session session = Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--horzon", "3");

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("no option '--horzon'").contains("did you mean '--horizon'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train x.csv --strategy direct", "train x.csv --levels=80", "train --resume d", "serve x"})
    void saysThatAPartOfTheContractIsNotThereYet(String line) {
        Session session = Session.of(line.split(" "));

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains(" yet; it comes with a later version").contains("--help")
                .doesNotContain("did you mean");
    }

    @Test
    void plansOnlyWhatIsNotThere() {
        CommandLine train = new CommandLine(new TrainCommand());

        assertThat(commands()).noneMatch(Planned::isCommand);
        assertThat(train.getCommandSpec().optionsMap().keySet()).noneMatch(name -> Planned.isOption("train", name));
        assertThat(CONTRACT).allMatch(name -> commands().contains(name) || Planned.isCommand(name));
    }

    @Test
    void saysWhichValuesAnOptionTakes() {
        Session session = Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--loss", "mea", "--json");

        JsonObject error = error(session);
        assertThat(error.require("what").asText()).contains("--loss");
        assertThat(error.require("expected").asText())
                .isEqualTo("one of mse, mae, huber, log-cosh, quantile, mape, smape,"
                        + " msle, quantiles, gaussian, student-t, laplace, log-normal, negative-binomial, or auto");
        assertThat(error.require("received").asText()).isEqualTo("'mea'");
        assertThat(error.require("fix").asText()).contains("did you mean 'mae'?");
    }

    @Test
    void refusesALossThatIsNotForAForecast() {
        Session session = Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--loss", "hinge", "--json");
        assertThat(error(session).require("expected").asText()).startsWith("one of mse, mae, huber, log-cosh");
        JsonObject level = error(Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--loss", "quantile:2", "--json"));
        assertThat(level.require("expected").asText()).contains("the loss 'quantile:2' is not possible");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Session.of("completion").err()).contains("completion needs SHELL");
        assertThat(Session.sample((_, _, _) -> ExitCode.OK, "--horizon").err()).contains("--horizon needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-option", "--seed=x", "--horizon=0", "--config=no-such-file.json"})
    void printsExactlyOneErrorObjectWithJson(String wrong) {
        Session session = Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--json", wrong);

        assertThat(error(session).require("code").asInt()).isEqualTo(session.code().number());
        assertThat(session.out()).hasLineCount(1);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void reportsWhatACommandThrows() {
        SampleCommand.Action action = (_, _, _) -> {
            throw new DataException(new Problem("no column 'y'", "one of a, b", "'y'", "use --target a"));
        };

        Session text = Session.sample(action, "x.csv");
        assertThat(text.code()).isEqualTo(ExitCode.DATA);
        assertThat(text.out()).isEmpty();
        assertThat(text.err()).isEqualToIgnoringNewLines(
                "lstm4j: no column 'y'; expected one of a, b; received 'y'; use --target a");

        Session json = Session.sample(action, "x.csv", "--json");
        assertThat(error(json).require("fix").asText()).isEqualTo("use --target a");
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        SampleCommand.Action action = (_, _, _) -> {
            throw new IllegalStateException("impossible");
        };

        assertThat(Session.sample(action, "x.csv").err()).hasLineCount(1);
        assertThat(Session.sample(action, "x.csv", "-v").err()).contains("at org.lstm4j.cli.");
    }

    @Test
    void survivesRunningOutOfMemory() {
        Session session = Session.sample((_, _, _) -> {
            throw new OutOfMemoryError("Java heap space");
        }, "x.csv");

        assertThat(session.code()).isEqualTo(ExitCode.FAULT);
        assertThat(session.err()).contains("memory ran out").contains("-Xmx");
    }

    @Test
    void keepsResultsAndMessagesApart() {
        SampleCommand.Action action = (_, console, _) -> {
            console.message("reading");
            console.print("mae 1.5");
            console.print(JsonValue.object().put("mae", 1.5).build());
            return ExitCode.OK;
        };

        assertThat(Session.sample(action)).isEqualTo(
                new Session(ExitCode.OK, String.format("mae 1.5%n"), String.format("reading%n")));
        assertThat(Session.sample(action, "--json").out()).isEqualToIgnoringNewLines("{\"mae\":1.5}");
        assertThat(Session.sample(action, "-q").err()).isEmpty();
    }

    @Test
    void takesGlobalOptionsBeforeAndAfterTheCommand() {
        List<Long> seeds = new ArrayList<>();
        Entry entry = new Entry("sample", "", () -> new SampleCommand((_, _, options) -> {
            seeds.add(options.seed);
            return ExitCode.OK;
        }));
        var streams = StandardStreams.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        for (String[] arguments : List.of(new String[]{"sample"}, new String[]{"--seed", "7", "sample"},
                new String[]{"sample", "--seed", "8"})) {
            new Lstm4j(List.of(entry), streams, Terminal.NONE).run(arguments);
        }

        assertThat(seeds).containsExactly(42L, 7L, 8L);
    }

    @Test
    void countsCoresWhenThreadsAreNotSaid() {
        Session.sample((_, _, options) -> {
            assertThat(options.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
            return ExitCode.OK;
        });
        assertThat(Session.sample((_, _, options) -> {
            assertThat(options.threads()).isEqualTo(3);
            return ExitCode.OK;
        }, "--threads", "3").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void noticesThatResultsCannotBeWritten() {
        Session session = withBrokenStdout("No space left on device");

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.err()).contains("No space left on device");
    }

    @Test
    void isSilentWhenTheReaderOfAPipeHasGone() {
        Session session = withBrokenStdout("Broken pipe");

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void writesNoControlCharactersWhereThereIsNoTerminal() {
        Terminal dumb = Terminal.of(System.getProperties(), Map.of("TERM", "dumb"));
        for (Session session : List.of(Session.of("--help"), Session.of("completion", "--help"), Session.of("nonsense"),
                Session.sample(Lstm4jTest::train), Session.sample(Lstm4jTest::train, dumb))) {
            assertThat(session.out() + session.err()).doesNotContain("\u001b", "\r");
        }
    }

    private static ExitCode train(SampleCommand command, Console console, GlobalOptions options) {
        try (ProgressReporter progress = console.progress(2, 10)) {
            progress.onBatch(1, 1, 2, 1.0);
            progress.onEpoch(new History.Epoch(1, 1.0, 2.0, 1));
            progress.onEpoch(new History.Epoch(2, 0.5, 1.0, 1));
        }
        return ExitCode.OK;
    }

    private static Session withBrokenStdout(String reason) {
        var err = new ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
        ExitCode code = new Lstm4j(Commands.ALL, StandardStreams.of(broken, err), Terminal.NONE).run("--help");
        return new Session(code, "", err.toString(StandardCharsets.UTF_8));
    }

    private static JsonObject error(Session session) {
        JsonObject error = parse(session.out()).require("error").asObject();
        assertThat(error.members()).containsOnlyKeys("code", "what", "expected", "received", "fix");
        return error;
    }

    private static JsonObject parse(String json) {
        return Json.parse(json).asObject();
    }
}
