package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What a user says of a model whose file does not say it.
@CommandLine.Command(optionListHeading = "What the file does not say:")
final class ForeignModelOptions {

    /// More than any mapping or configuration of a recurrent network.
    private static final long LARGEST_MAPPING = 16 << 20;

    @Option(names = "--steps", paramLabel = "WHICH",
            description = "What of the last recurrent layer goes on: last (its output at the last step), final (the state that"
                    + " each direction ends with) or all.")
    @Nullable
    Steps steps;

    @Option(names = "--activation", paramLabel = "LAYER=NAME", split = ",",
            description = "The activation after a layer, by the beginning of the names of its weights: fc1=relu.")
    Map<String, String> activations = new LinkedHashMap<>();

    @Option(names = "--mapping", paramLabel = "JSON",
            description = "A file that says which weights are which layer, in order; for Keras' weights also a model's"
                    + " config.json.")
    @Nullable
    Path mapping;

    @Option(names = "--lookback", paramLabel = "N", converter = Values.Count.class,
            description = "Steps of a sample, where the file does not say; recurrent layers take any number.")
    @Nullable
    Integer lookback;

    @Option(names = "--allow-external-data",
            description = "Let an ONNX model read tensors from files beside it, in its own folder.")
    boolean externalData;

    ImportOptions read() throws IOException {
        return new ImportOptions(mapping == null ? null : new MappingFile(mapping.toString(), mapping(mapping)), steps,
                byLayer(),
                lookback == null ? 0 : lookback, externalData);
    }

    private Map<String, Activation> byLayer() {
        Map<String, Activation> byLayer = new LinkedHashMap<>();
        activations.forEach((layer, name) -> {
            try {
                byLayer.put(layer, Activation.named(name));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(
                        Problem.of("--activation " + layer + ": " + e.getMessage(), "use one of these"), e);
            }
        });
        return byLayer;
    }

    private static JsonObject mapping(Path file) throws IOException {
        if (Files.size(file) > LARGEST_MAPPING) {
            throw new ConfigurationException(new Problem("the mapping '" + file + "' is too large",
                    "at most " + LARGEST_MAPPING + " bytes", Files.size(file) + " bytes",
                    "check the name of the file"));
        }
        try {
            return Json.parse(Files.readString(file)).asObject();
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new ConfigurationException(
                    Problem.of("the mapping '" + file + "' is no JSON object: " + e.getMessage(),
                            "correct it"),
                    e);
        }
    }
}
