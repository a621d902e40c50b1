package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.hdf5.Hdf5Dataset;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.FileFaults;

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
/// LSTM, GRU with `reset_after`, SimpleRNN, RNN of one of their cells, Bidirectional, TimeDistributed, Dense, Embedding,
/// LayerNormalization, BatchNormalization, Normalization, Rescaling, Masking, models within the model,
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
    /// @throws org.lstm4j.ModelFileException when it is damaged, or has something that is not understood; the message names the layer
    ///         and its setting
    /// @throws ConfigurationException when something must be said that the file does not say, or was said that does not fit it
    public static ImportedModel read(ByteSource source, ImportOptions options) {
        KerasFile file = KerasFile.open(source);
        JsonObject config = file.config();
        if (config != null) {
            requireNothingSaid(source.faults(), options);
            return read(config, file, options, source);
        }
        MappingFile mapping = options.mapping();
        if (mapping == null) {
            throw new ConfigurationException(new Problem(source.faults().file() + " does not say its layers",
                    "a mapping beside weights alone", "none",
                    "give by --mapping a file with what model.to_json() says, or a mapping"));
        }
        KerasModel.Result result = mapping.read(said -> said.content().get("class_name") == null
                ? MappedModel.translate(said, file, options)
                : translate(said.content(), file, options));
        return new ImportedModel(result.network().build(source.faults(), source.size(), mapping), result.assumptions());
    }

    private static void requireNothingSaid(FileFaults faults, ImportOptions options) {
        if (options.mapping() != null || options.steps() != null || !options.activations().isEmpty()) {
            throw new ConfigurationException(Problem.of(faults.file() + " says its layers itself",
                    "leave out the mapping, --steps and --activation, which are for files of weights alone"));
        }
    }

    private static ImportedModel read(JsonObject config, KerasFile file, ImportOptions options, ByteSource source) {
        try {
            KerasModel.Result result = translate(config, file, options);
            return new ImportedModel(result.network().build(source.faults(), source.size()), result.assumptions());
        } catch (IllegalArgumentException e) {
            throw source.faults().unusable(e, "change that in Keras, and save the model again");
        }
    }

    private static KerasModel.Result translate(JsonObject config, KerasFile file, ImportOptions options) {
        return KerasModel.translate(KerasLayer.of(config, file.older(config)), file.modelWeights(), options);
    }

    /// What is in a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged
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
