package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.nn.loss.MeanAbsoluteError;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void leavesEverythingToBeFoundWhenNothingIsSaid() {
        SampleCommand command = parse("x.csv");

        assertThat(command.data).isEqualTo("x.csv");
        assertThat(command.dataOptions.reading.time).isEmpty();
        assertThat(command.dataOptions.reading.zone).isNull();
        assertThat(command.dataOptions.reading.encoding).isNull();
        assertThat(command.dataOptions.roles.target).isEmpty();
        assertThat(command.dataOptions.cleaning.fill).isNull();
        assertThat(command.modelOptions.horizon).isOne();
        assertThat(command.modelOptions.epochs).isNull();
        assertThat(command.modelOptions.validation).isEqualTo(0.1);
        assertThat(command.modelOptions.test).isEqualTo(0.2);
        assertThat(command.modelOptions.scale).isEqualTo(ModelOptions.Scale.AUTO);
        assertThat(command.modelOptions.init).isEqualTo(ModelOptions.Init.KERAS);
    }

    @Test
    void readsDataFlags() {
        DataOptions options = parse("-", "--time", "date,hour", "--delimiter", "tab", "--decimal", ",", "--encoding",
                "GB18030", "--missing", "NA,?", "--target", "a,b", "--fill", "linear", "--aggregate",
                "SUM").dataOptions;

        assertThat(options.reading.time).containsExactly("date", "hour");
        assertThat(options.reading.delimiter).isEqualTo('\t');
        assertThat(options.reading.decimal).isEqualTo(',');
        assertThat(options.reading.encoding).isEqualTo(Charset.forName("GB18030"));
        assertThat(options.reading.missing).containsExactly("NA", "?");
        assertThat(options.roles.target).containsExactly("a", "b");
        assertThat(options.cleaning.fill).isEqualTo(CleaningOptions.Fill.LINEAR);
        assertThat(options.cleaning.aggregate).isEqualTo(CleaningOptions.Aggregate.SUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--sql=select", "--db=jdbc:x", "x.csv --db=jdbc:x --sql=select"})
    void wantsOneSourceOfData(String arguments) {
        Session session = Session.sample(OptionsTest::checkSource,
                arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x.csv", "--db=jdbc:x --sql=select"})
    void takesOneSourceOfData(String arguments) {
        assertThat(Session.sample(OptionsTest::checkSource, arguments.split(" ")).err()).isEmpty();
    }

    @Test
    void takesFromTheConfigurationWhatTheCommandLineLeavesOpen() throws IOException {
        Path file = write("""
                {"epochs": 7, "lr": 0.01, "target": ["a", "b"], "wide": true, "no-header": false,
                 "loss": "mae", "seed": 5, "lookback": "auto"}""");

        AtomicReference<Long> seed = new AtomicReference<>();
        SampleCommand command = parse(seed, "x.csv", "-q", "--wide", "--config=" + file, "--epochs", "9");

        assertThat(command.modelOptions.epochs).isEqualTo(9);
        assertThat(command.modelOptions.learningRate).isEqualTo(0.01);
        assertThat(command.modelOptions.lookback).isNull();
        assertThat(command.modelOptions.loss).isEqualTo(new MeanAbsoluteError());
        assertThat(command.modelOptions.horizon).isOne();
        assertThat(command.dataOptions.roles.target).containsExactly("a", "b");
        assertThat(command.dataOptions.roles.wide).isTrue();
        assertThat(command.dataOptions.reading.noHeader).isFalse();
        assertThat(seed).hasValue(5L);
    }

    @Test
    void suggestsTheKeyThatWasMeant() throws IOException {
        Session session = withConfiguration("{\"epohcs\": 7}");

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("'epohcs'").contains("did you mean 'epochs'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{", "{\"epochs\": 0}", "{\"epochs\": {}}", "{\"epochs\": 1.5}",
        "{\"config\": \"x\"}"})
    void refusesAConfigurationThatIsNone(String text) throws IOException {
        assertThat(withConfiguration(text).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysWhenAWrongValueComesFromTheConfiguration() throws IOException {
        assertThat(withConfiguration("{\"epochs\": 0}").err())
                .contains("--epochs has a value it cannot have in '").contains("spec.json'").contains("at least 1");
    }

    @Test
    void refusesAConfigurationInAnotherEncoding() throws IOException {
        Path file = folder.resolve("spec.json");
        Files.write(file, new byte[]{'{', '"', (byte) 0xe4, '"', ':', '1', '}'});

        assertThat(Session.sample((_, _, _) -> ExitCode.OK, "--config", file.toString()).code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatTheConfigurationIsMissing() {
        Session session = Session.sample((_, _, _) -> ExitCode.OK, "--config", folder.resolve("none.json").toString());

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.err()).contains("cannot find").contains("none.json");
    }

    private static ExitCode checkSource(SampleCommand command, Console console, GlobalOptions options) {
        command.dataOptions.requireOneSource(command.data);
        return ExitCode.OK;
    }

    private Session withConfiguration(String text) throws IOException {
        return Session.sample((_, _, _) -> ExitCode.OK, "x.csv", "--config", write(text).toString());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spec.json"), text);
    }

    private static SampleCommand parse(String... arguments) {
        return parse(new AtomicReference<>(), arguments);
    }

    private static SampleCommand parse(AtomicReference<Long> seed, String... arguments) {
        AtomicReference<SampleCommand> parsed = new AtomicReference<>();
        Session session = Session.sample((command, _, options) -> {
            parsed.set(command);
            seed.set(options.seed);
            return ExitCode.OK;
        }, arguments);
        assertThat(session.err()).isEmpty();
        return Objects.requireNonNull(parsed.get());
    }
}
