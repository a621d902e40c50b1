package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.lstm4j.inference.Predictor;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.SafetensorsReader;
import org.lstm4j.model.TensorEntry;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Models that PyTorch exported, with what it says to one input: see src/test/python/onnx_fixtures.py.
final class Fixture {

    static final Path FOLDER = Path.of("src/test/resources/org/lstm4j/interop/onnx");

    private Fixture() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".onnx");
    }

    static ImportedModel read(String name) {
        return read(name, ImportOptions.NONE);
    }

    static ImportedModel read(String name, ImportOptions options) {
        try (ByteSource source = ByteSource.open(file(name))) {
            return OnnxReader.read(source, FOLDER, options);
        }
    }

    /// Reads the model and compares what it says to the input beside it with the output beside it.
    static ImportedModel verify(String name, String numbers) {
        ImportedModel model = read(name);
        try (SafetensorsReader reader = SafetensorsReader.open(FOLDER.resolve(numbers + ".safetensors"))) {
            Tensor output = Predictor.of(model.network()).predict(tensor(reader, "input"));
            assertClose(output.data(), tensor(reader, "output").data());
        }
        return model;
    }

    private static Tensor tensor(SafetensorsReader reader, String name) {
        TensorEntry entry = reader.header().tensor(name).orElseThrow();
        Axis[] axes = entry.shape().stream().map(size -> new Axis("axis", Math.toIntExact(size))).toArray(Axis[]::new);
        return Tensor.of(Shape.of(axes), reader.floats(name));
    }

    /// Within 1e-5 of the outputs' standard deviation.
    static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double mean = 0;
        double squares = 0;
        for (float value : expected) {
            mean += value / (double) expected.length;
            squares += value * (double) value / expected.length;
        }
        double deviation = Math.sqrt(Math.max(squares - mean * mean, 1e-12));
        double worst = 0;
        for (int index = 0; index < expected.length; index++) {
            worst = Math.max(worst, Math.abs(actual[index] - expected[index]));
        }
        assertThat(worst / deviation).as("worst error in standard deviations of the output").isLessThan(1e-5);
    }
}
