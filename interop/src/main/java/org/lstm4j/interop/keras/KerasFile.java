package org.lstm4j.interop.keras;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.hdf5.Hdf5Attribute;
import org.lstm4j.interop.hdf5.Hdf5File;
import org.lstm4j.interop.hdf5.Hdf5Group;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ByteSource;

/// A file of Keras, of any of its kinds, opened.
///
/// @param kind in words
/// @param version of Keras that wrote it; empty when the file does not say
/// @param config of the model, or null for weights alone
/// @param weights the root of what holds them
/// @param listed the group of the older kind's lists, or null
record KerasFile(String kind, String version, @Nullable JsonObject config, Hdf5Group weights,
        @Nullable Hdf5Group listed) {

    private static final String CONFIG = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final long LONGEST_CONFIG = 1 << 24;
    /// Those of a thousand layers.
    private static final int MOST_VALUES = 100_000;

    /// @throws org.lstm4j.ModelFileException when it is no such file, or damaged
    static KerasFile open(ByteSource source) {
        if (ZipArchive.looksLikeOne(source)) {
            return archive(ZipArchive.read(source));
        }
        if (!Hdf5File.isOne(source)) {
            throw source.faults().unusable("not a file of Keras", "a .keras archive, or HDF5", "something else",
                    "give a .keras, .weights.h5 or .h5 file");
        }
        Hdf5Group root = Hdf5File.read(source);
        try {
            return hdf5(root);
        } catch (IllegalArgumentException e) {
            throw source.faults().damaged(e);
        }
    }

    private static KerasFile archive(ZipArchive archive) {
        JsonObject config = json(archive, CONFIG);
        JsonValue version = archive.member(METADATA).isEmpty() ? null : json(archive, METADATA).get("keras_version");
        ByteSource weights = archive.member(WEIGHTS).orElseThrow(() -> archive.source().faults().unusable(
                "the archive has no weights in one HDF5 file", "a member " + WEIGHTS,
                "members " + archive.names().stream().limit(10).toList(), "save the model as Keras does by"
                        + " itself, not sharded"));
        return new KerasFile("Keras archive", version instanceof JsonValue.JsonText(String text) ? text : "", config,
                Hdf5File.read(weights), null);
    }

    private static JsonObject json(ZipArchive archive, String name) {
        ByteSource member = archive.member(name).orElseThrow(() -> archive.source().faults().unusable(
                "the archive has no " + name, "a .keras archive", "another one", "give a .keras file"));
        if (member.size() > LONGEST_CONFIG) {
            throw member.faults().damaged("is too long", "at most " + LONGEST_CONFIG + " bytes",
                    member.size() + " bytes");
        }
        try {
            return Json.parse(new String(member.bytes(0, (int) member.size()), StandardCharsets.UTF_8), MOST_VALUES)
                    .asObject();
        } catch (IllegalArgumentException e) {
            throw member.faults().damaged(e);
        }
    }

    private static KerasFile hdf5(Hdf5Group root) {
        String config = text(root, "model_config");
        Hdf5Group group = root.group("model_weights").orElse(root);
        String version = text(root, "keras_version").isEmpty()
                ? text(group, "keras_version")
                : text(root, "keras_version");
        return new KerasFile(config.isEmpty() ? "Keras weights" : "Keras HDF5 model", version,
                config.isEmpty() ? null : Json.parse(config, MOST_VALUES).asObject(), root,
                ListedWeights.isOne(group) ? group : null);
    }

    private static String text(Hdf5Group group, String name) {
        Hdf5Attribute attribute = group.attributes().get(name);
        List<String> texts = attribute == null ? List.of() : attribute.asTexts();
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /// Its weights, none of them taken yet.
    ModelWeights modelWeights() {
        Hdf5Group group = listed;
        return group == null ? TreeWeights.of(weights) : ListedWeights.of(group);
    }

    /// Whether Keras 2 or 1 wrote a configuration.
    boolean older(JsonObject described) {
        String written = described.get("keras_version") instanceof JsonValue.JsonText(String text) ? text : version;
        return written.startsWith("2.") || written.startsWith("1.");
    }
}
