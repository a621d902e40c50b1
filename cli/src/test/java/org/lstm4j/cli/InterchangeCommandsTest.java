package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.inference.Predictor;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.SafetensorsHeader;
import org.lstm4j.model.SafetensorsWriter;
import org.lstm4j.model.TensorType;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// `export`, `import` and `verify`, by way of PyTorch's state_dict.
class InterchangeCommandsTest {

    private static final Tensor INPUT = Tensor.of(Shape.sequence(3, 1).withBatch(2), 0.1f, 0.2f, 0.3f, -1f, 0f, 1f);

    @TempDir
    Path folder;

    @BeforeEach
    void writeAModelAndWhatItSays() throws IOException {
        Sequential network = Sequential.input(Shape.sequence(3, 1)).add(new LstmSpec(4)).add(new DenseSpec(1)).build(1);
        ModelFile.of(network).write(folder.resolve("own.lstm4j"));
        SafetensorsHeader header = SafetensorsHeader.builder().tensor("input", TensorType.F32, List.of(2L, 3L, 1L))
                .tensor("output", TensorType.F32, List.of(2L, 1L)).build();
        try (OutputStream out = Files.newOutputStream(folder.resolve("io.safetensors"))) {
            SafetensorsWriter writer = new SafetensorsWriter(out, header);
            writer.write(INPUT.data());
            writer.write(Predictor.of(network).predict(INPUT).data());
            writer.finish();
        }
    }

    @Test
    void aModelGoesOutAndComesBackEqual() {
        Session out = run("export own.lstm4j --format safetensors --out m.safetensors");
        assertThat(out.code()).as(out.err()).isEqualTo(ExitCode.OK);
        assertThat(out.out()).contains("self.lstm_0 = nn.LSTM(1, 4, batch_first=True)", "load_state_dict");

        Session in = run("import m.safetensors --out m.lstm4j");
        assertThat(in.code()).as(in.err()).isEqualTo(ExitCode.OK);
        assertThat(in.out()).contains("(safetensors)", "taken for granted: the last step of 'lstm_0' goes on");

        Session equal = run("verify m.lstm4j --against io.safetensors --tolerance 0");
        assertThat(equal.code()).as(equal.out()).isEqualTo(ExitCode.OK);
        assertThat(equal.out()).startsWith("equal: largest difference 0.00");
    }

    @Test
    void tellsWhereAModelDiffersAndFails() {
        Session other = run("verify other.lstm4j --against io.safetensors --json", () -> {
            ModelFile.of(Sequential.input(Shape.sequence(3, 1)).add(new LstmSpec(4)).add(new DenseSpec(1)).build(2))
                    .write(folder.resolve("other.lstm4j"));
        });

        JsonObject json = Json.parse(other.out()).asObject();
        assertThat(other.code()).isEqualTo(ExitCode.FAULT);
        assertThat(json.require("ok").asBoolean()).isFalse();
        assertThat(json.require("largest_difference").asDouble()).isGreaterThan(0.1);
        assertThat(json.require("tolerance").asDouble()).isEqualTo(1e-5);
        assertThat(json.require("at").asText()).isIn("[0, 0]", "[1, 0]");
    }

    @Test
    void refusesToTakeAnythingForGrantedWhereThatIsAsked() {
        run("export own.lstm4j --format safetensors --out m.safetensors");
        Session strict = run("import m.safetensors --out m.lstm4j --strict");

        assertThat(strict.code()).isEqualTo(ExitCode.USAGE);
        assertThat(strict.err()).contains("does not say everything");
        assertThat(folder.resolve("m.lstm4j")).doesNotExist();
        assertThat(run("import m.safetensors --out m.lstm4j --strict --mapping mapping.json", () -> Files.writeString(
                folder.resolve("mapping.json"), """
                        {"steps": 3, "layers": [{"weights": "lstm_0"}, {"weights": "dense_1"}]}""")).code())
                .isEqualTo(ExitCode.OK);
    }

    /// What a user wrote is his to mend: the same exit code and words, whatever the file.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'layers': [{'weights': 'A'}, {'weights': 'B', 'kind': 'dens'}]} | layer '1, B' is of a kind that there is not; expected one of [lstm, | received 'dens'",
        "{'layers': [{'weights': 'A'}, {'kind': 'dens'}]} | layer '1, dens' is of a kind that there is not; expected one of [lstm, | received 'dens'",
        "{'layers': [{'weights': 'A'}, {'weights': 'head'}]} | layer '1, head' names weights that the file has not | received 'head'",
        "{'steps': 3, 'layers': [{'weights': 'A', 'return_sequences': true}, {'kind': 'flatten'}, {'weights': 'B'}]} | layer '2, B' has weights 'B | received shape [1, 4]",
        "{'layers': [{'weights': 'A'}, {'kind': 'lstm'}]} | layer '1, lstm' is of a kind that has weights | received none",
        "{'layers': [{'weights': 'A', 'bias': 3}, {'weights': 'B'}]} | has the setting 'bias' of '3', which is not understood | correct the mapping",
        "{'layers': []} | a mapping needs at least one layer | correct the mapping",
        "{'layer': []} | a mapping has no member 'layer' | correct the mapping"})
    void tellsWhoWroteAMappingWhatIsWrongWithIt(String mapping, String what, String received) throws IOException {
        run("export own.lstm4j --format safetensors --out m.safetensors");
        run("export own.lstm4j --format keras --out m.keras");
        try (ZipFile archive = new ZipFile(folder.resolve("m.keras").toFile())) {
            Files.copy(archive.getInputStream(archive.getEntry("model.weights.h5")), folder.resolve("weights.h5"));
        }
        requireRefusedMapping("m.safetensors", mapping, what, received, "lstm_0", "dense_1");
        requireRefusedMapping("weights.h5", mapping, what, received, "layers/lstm", "layers/dense");
    }

    private void requireRefusedMapping(String file, String mapping, String what, String received, String lstm,
            String dense) {
        Session session = run("import " + file + " --out m.lstm4j --mapping mapping.json", () -> Files.writeString(
                folder.resolve("mapping.json"),
                mapping.replace("'A'", "'" + lstm + "'").replace("'B'", "'" + dense + "'").replace('\'', '"')));

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("mapping '" + folder.resolve("mapping.json") + "': ")
                .contains(what.replace("A", lstm).replace("B", dense)).contains(received);
    }

    @Test
    void refusesToTakeAModelOfOthersForAMappingsFault() {
        Session session = run("import io.safetensors --out m.lstm4j");

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.MODEL_FILE);
    }

    @Test
    void inspectsFilesOfOthers() {
        run("export own.lstm4j --format safetensors --out m.safetensors");
        Session inspected = run("inspect m.safetensors");

        assertThat(inspected.out()).contains("safetensors, 6 tensors, 117 numbers",
                "'lstm_0.weight_ih_l0' F32 [16, 1]");
        assertThat(run("inspect own.lstm4j").out()).contains("lstm4j model, format 1");
    }

    @Test
    void writesPlainJava() {
        Session session = run("export own.lstm4j --format java --out Demand.java");

        assertThat(session.out()).isEqualTo("float[] said = Demand.predict(input);\n");
        assertThat(folder.resolve("Demand.java")).content().contains("public final class Demand {");
    }

    /// In what the command prints is how the class is called.
    @Test
    void writesWholeForecasters() {
        writeAForecaster();

        Session java = run("export whole.lstm4j --format java --whole --out Demand.java");
        assertThat(java.code()).as(java.err()).isEqualTo(ExitCode.OK);
        assertThat(java.out()).isEqualTo("Demand.Forecast forecast = Demand.forecast(history);\n");
        assertThat(folder.resolve("Demand.java")).content().contains("public final class Demand {",
                "public static Forecast forecast(double[][] history) {", "the column load");
        assertThat(run("export whole.lstm4j --format java --whole --recursion loop --out Loop.java").out())
                .isEqualTo("Loop.Forecast forecast = Loop.forecast(history, steps);\n");
        assertThat(run("export whole.lstm4j --format java --out Alone.java").err())
                .contains("the network alone was written", "onnx or java");
    }

    @Test
    void refusesToWriteAWholeForecasterAsWhatHasNoWordsForIt() {
        writeAForecaster();

        Session keras = run("export whole.lstm4j --format keras --whole --out m.keras");
        assertThat(keras.code()).isEqualTo(ExitCode.USAGE);
        assertThat(keras.err()).contains("cannot be written as keras", "--format onnx or --format java");
        Session states = run("export whole.lstm4j --format java --whole --recursion states --out States.java");
        assertThat(states.code()).isEqualTo(ExitCode.USAGE);
        assertThat(states.err()).contains("--recursion loop");
        assertThat(folder.resolve("States.java")).doesNotExist();
    }

    private void writeAForecaster() {
        double[] load = new double[80];
        Arrays.setAll(load, hour -> 100 + 20 * StrictMath.sin(hour * 0.3));
        ForecasterFile.of(new ForecastTrainer(ForecastSettings.horizon(2, "load").withLookback(OptionalInt.of(5))
                .withNetwork(NetworkSettings.standard().withHidden(3))
                .withOptimization(OptimizationSettings.standard().withEpochs(1)), Compute.shared())
                .fit(List.of(TimeSeries.ofColumn(Timeline.ofSteps(), "load", load))).forecaster())
                .write(folder.resolve("whole.lstm4j"));
    }

    @Test
    void saysWhatIsWrongWithOptions() {
        assertThat(run("import own.lstm4j --out own.lstm4j").err())
                .contains("is read, and the result would replace it");
        assertThat(run("import own.lstm4j --out m.lstm4j").err()).contains("a model of lstm4j already");
        assertThat(run("import m.pt --out m.lstm4j").code()).isEqualTo(ExitCode.STORAGE);
        assertThat(run("import own.lstm4j --out m.lstm4j --activation fc=rleu").err()).contains("did you mean 'relu'?");
        assertThat(run("import own.lstm4j --out m.lstm4j --mapping io.safetensors").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("export own.lstm4j --format pdf --out m.pdf").err()).contains("safetensors").contains("java");
        assertThat(run("verify own.lstm4j --against own.lstm4j").code()).isEqualTo(ExitCode.MODEL_FILE);
    }

    private Session run(String line, Preparation preparation) {
        try {
            preparation.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return run(line);
    }

    private Session run(String line) {
        String[] words = line.split(" ", 0);
        for (int index = 1; index < words.length; index++) {
            if (words[index].matches("[A-Za-z]+[.][A-Za-z0-9]+")) {
                words[index] = folder.resolve(words[index]).toString();
            }
        }
        return Session.of(words);
    }

    /// What must be there before a command.
    private interface Preparation {
        void run() throws IOException;
    }
}
