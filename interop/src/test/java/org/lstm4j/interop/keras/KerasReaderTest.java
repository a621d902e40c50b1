package org.lstm4j.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.inference.Predictor;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.SafetensorsReader;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Models that Keras 3.16 wrote in all its formats, with what it said to inputs.
class KerasReaderTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/lstm4j/interop/keras");

    @ParameterizedTest
    @ValueSource(strings = {"lstm_dense", "stacked", "bidirectional", "bidirectional_sum_sequences", "no_bias_sigmoid",
        "masked", "layernorm", "gru", "simple_rnn"})
    void saysWhatKerasSays(String model) throws IOException {
        for (String ending : new String[]{".keras", ".h5", ".weights.h5"}) {
            ImportOptions options = ending.equals(".weights.h5")
                    ? ImportOptions.NONE.withMapping(new MappingFile("mapping.json", config(model)))
                    : ImportOptions.NONE;
            requireSame(model, KerasReader.read(bytes(model + ending), options).network());
        }
    }

    static JsonObject config(String model) throws IOException {
        ByteSource json = ZipArchive.read(bytes(model + ".keras")).member("config.json").orElseThrow();
        return Json.parse(new String(json.bytes(0, (int) json.size()), StandardCharsets.UTF_8)).asObject();
    }

    /// Within 1e-5 of the reference's standard deviation.
    static void requireSame(String model, Sequential network) throws IOException {
        try (SafetensorsReader reference = SafetensorsReader.open(FOLDER.resolve(model + "_io.safetensors"))) {
            int batch = Math.toIntExact(reference.header().tensor("input").orElseThrow().shape().getFirst());
            Shape shape = network.inputShape().withBatch(batch);
            float[] expected = reference.floats("output");
            Tensor output = Predictor.of(network).predict(Tensor.of(shape, reference.floats("input")));

            assertThat(output.data()).hasSameSizeAs(expected);
            double limit = 1e-5 * standardDeviation(expected);
            for (int index = 0; index < expected.length; index++) {
                assertThat((double) output.data()[index]).as(model + " " + index).isCloseTo(expected[index],
                        org.assertj.core.data.Offset.offset(limit));
            }
        }
    }

    private static double standardDeviation(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (float value : values) {
            square += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(square);
    }

    static ByteSource bytes(String file) throws IOException {
        return ByteSource.of(file, Files.readAllBytes(FOLDER.resolve(file)));
    }
}
