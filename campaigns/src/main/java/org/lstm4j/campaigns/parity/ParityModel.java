package org.lstm4j.campaigns.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.verify.Reference;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Sequential;

/// A model that `parity_models.py` wrote.
///
/// @param description the file that says what a state_dict does not
record ParityModel(Path description) {

    /// What its name ends in, less the ending.
    private String name() {
        String file = description.getFileName().toString();
        return file.substring(0, file.length() - ".json".length());
    }

    private JsonObject said() throws IOException {
        return Json.parse(Files.readString(description)).asObject();
    }

    boolean hasOnnx() throws IOException {
        return said().require("onnx").asBoolean();
    }

    /// How far PyTorch's own float32 is from its float64, in standard deviations of the outputs.
    double rounding() throws IOException {
        return said().require("rounding").asDouble();
    }

    /// Made of the weights, and of what was said.
    Sequential ofWeights() throws IOException {
        JsonObject said = said();
        Map<String, Activation> activations = new LinkedHashMap<>();
        said.require("activations").asObject().members().forEach(
                (layer, name) -> activations.put(layer, Activation.named(name.asText())));
        ImportOptions options = ImportOptions.NONE.withActivations(activations)
                .withSteps(Steps.valueOf(said.require("steps").asText().toUpperCase(Locale.ROOT)));
        return ModelImport.read(description.resolveSibling(said.require("file").asText()), options).network();
    }

    /// Made of the ONNX model, which says all of itself.
    Sequential ofOnnx() {
        return ModelImport.read(description.resolveSibling(name() + ".onnx"), ImportOptions.NONE).network();
    }

    /// What PyTorch says, in float64.
    Reference reference() {
        try (ModelSource source = ModelSource.open(description.resolveSibling(name() + "_io.npz"))) {
            return Reference.read(source.tensors(), Reference.INPUT, Reference.OUTPUT);
        }
    }
}
