package org.lstm4j.forecast.esrnn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;

/// An [EsRnn] as one `*.lstm4j` file: the network's weights, and in a section what goes in and out and what was learnt of each series.
/// Equal models give equal files.
public final class EsRnnFile {

    /// The section's name.
    public static final String SECTION = "es_rnn";

    private EsRnnFile() {}

    /// The content of the file; add other sections before writing it.
    public static ModelFile of(EsRnn model) {
        return ModelFile.of(model.network()).with(SECTION, toJson(model));
    }

    /// Reads a model from a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or holds no ES-RNN
    /// @throws org.lstm4j.StorageException when it cannot be read
    public static EsRnn read(Path file) {
        return of(ModelFile.read(file));
    }

    /// The model in a file that was read already.
    ///
    /// @throws org.lstm4j.ModelFileException when there is none
    public static EsRnn of(ModelFile file) {
        return file.section(SECTION, json -> fromJson(json.asObject(), file));
    }

    private static JsonObject toJson(EsRnn model) {
        SmoothingLayout layout = model.layout();
        JsonValue.ObjectBuilder series = JsonValue.object();
        model.known().forEach((name, parameters) -> series.put(name, parameters.toJson(layout)));
        EsRnnWindows windows = model.windows();
        return JsonValue.object()
                .put("input_size", windows.inputSize())
                .put("horizon", windows.horizon())
                .put("levels", new JsonArray(windows.levels().stream().map(JsonValue::of).toList()))
                .put("seasons", wholeNumbers(windows.seasons()))
                .put("maximal_windows", windows.maximalWindows())
                .put("form", model.form().label())
                .put("series", series.build())
                .build();
    }

    private static JsonArray wholeNumbers(List<Integer> numbers) {
        List<JsonValue> items = new ArrayList<>();
        numbers.forEach(number -> items.add(JsonValue.of((long) number)));
        return new JsonArray(items);
    }

    private static EsRnn fromJson(JsonObject json, ModelFile file) {
        EsRnnWindows windows = new EsRnnWindows(
                json.require("input_size").asInt(),
                json.require("horizon").asInt(),
                json.require("levels").asList().stream().map(JsonValue::asDouble).toList(),
                json.require("seasons").asList().stream().map(JsonValue::asInt).toList(),
                json.require("maximal_windows").asInt());
        requireFit(windows, file);
        SmoothingLayout layout = new SmoothingLayout(windows.seasons());
        Map<String, SmoothingParameters> series = new LinkedHashMap<>();
        json.require("series").asObject().members()
                .forEach((name, known) -> series.put(name, parameters(name, known, layout)));
        if (series.isEmpty()) {
            throw new IllegalArgumentException("it knows no series");
        }
        return new EsRnn(windows, SmoothedForm.of(json.require("form").asText()), file.network(), series);
    }

    private static SmoothingParameters parameters(String name, JsonValue json, SmoothingLayout layout) {
        try {
            return SmoothingParameters.fromJson(json.asObject(), layout);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("series '" + name + "': " + e.getMessage(), e);
        }
    }

    /// A network of other windows would fail far from the cause, or read the wrong numbers.
    private static void requireFit(EsRnnWindows windows, ModelFile file) {
        WindowFrame frame = new WindowFrame(windows);
        require("numbers of a window", frame.features(), file.network().inputShape().last());
        require("outputs of a window", frame.outputs(), file.network().outputShape().last());
    }

    private static void require(String what, int expected, int received) {
        if (expected != received) {
            throw new IllegalArgumentException(what + " should be " + expected + ", but the network has " + received);
        }
    }
}
