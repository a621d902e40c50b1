package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.hdf5.Hdf5Dataset;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;

/// Reads models of Keras.
///
/// {@snippet :
/// try (ByteSource source = ByteSource.open(Path.of("model.keras"))) {
///     Sequential network = KerasReader.read(source, ImportOptions.NONE).network();
/// }
/// }
///
/// | file | layers |
/// |---|---|
/// | `.keras` | its own |
/// | `.h5` of `model.save`, Keras 2 or 3 | its own |
/// | `.weights.h5` | those of [ImportOptions#mapping]: `model.to_json()`, or a [org.lstm4j.interop.network.Mapping] |
///
/// Sequential and Functional models are read. Of the layers' settings each one is understood, known to matter in training alone, or refused.
/// LSTM, GRU with `reset_after`, SimpleRNN, Bidirectional, TimeDistributed, Dense, Embedding, LayerNormalization, Normalization, Masking,
/// Activation, ReLU, LeakyReLU, ELU, Softmax, Flatten, Reshape, RepeatVector, GlobalAveragePooling1D and GlobalMaxPooling1D are read; Dropout,
/// SpatialDropout1D, GaussianNoise and ActivityRegularization for further training; Concatenate, Add, Subtract, Multiply, Average, Maximum
/// and Minimum in Functional models.
public final class KerasReader {

    private KerasReader() {}

    /// Whether bytes begin as a file of Keras may.
    public static boolean isOne(ByteSource source) {
        return ZipArchive.looksLikeOne(source) || org.lstm4j.interop.hdf5.Hdf5File.isOne(source);
    }

    /// Makes a network of a file.
    ///
    /// @throws ModelFileException when it is damaged, or has something that is not understood; the message names the layer and
    ///         its setting
    public static ImportedModel read(ByteSource source, ImportOptions options) {
        KerasFile file = KerasFile.open(source);
        try {
            KerasModel.Result result = translate(file, options);
            return new ImportedModel(result.network().build(source.faults()), result.assumptions());
        } catch (IllegalArgumentException e) { // its message says what to do
            throw new ModelFileException(new Problem(source.faults().file() + ": " + e.getMessage(), "", "", ""), e);
        }
    }

    private static KerasModel.Result translate(KerasFile file, ImportOptions options) {
        JsonObject mapping = options.mapping();
        JsonObject config = file.config();
        if (config != null && mapping != null) {
            throw new IllegalArgumentException("the file says its layers itself; leave out the mapping");
        }
        JsonObject described = config == null ? mapping : config;
        if (described == null) {
            throw new IllegalArgumentException("the file has weights, but does not say of which layers; give what"
                    + " model.to_json() says, or a mapping");
        }
        if (described.get("class_name") == null) {
            return MappedModel.translate(described, file, options);
        }
        return KerasModel.translate(KerasLayer.of(described, file.older(described)), file.modelWeights(), options);
    }

    /// What is in a file.
    ///
    /// @throws ModelFileException when it is damaged
    public static FileSummary inspect(ByteSource source) {
        KerasFile file = KerasFile.open(source);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", file.kind());
        if (!file.version().isEmpty()) {
            facts.put("keras version", file.version());
        }
        JsonObject config = file.config();
        if (config != null) {
            facts.put("model", text(config, "class_name"));
            facts.put("layers", layers(config));
        }
        return new FileSummary(facts, file.weights().datasets().stream().map(Hdf5Dataset::tensor).toList());
    }

    private static String layers(JsonObject config) {
        boolean has = config.get("config") instanceof JsonObject model && model.get("layers") instanceof JsonArray;
        return !has
                ? ""
                : config.require("config").asObject().require("layers").asList().stream()
                        .map(layer -> layer instanceof JsonObject object ? text(object, "class_name") : "?")
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonValue.JsonText(String text) ? text : "?";
    }
}
