package org.lstm4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;

/// A network with its weights, and whatever else belongs to it, in one file.
///
/// {@snippet :
/// ModelFile.of(network).with("scaler", scalerJson).write(Path.of("m.lstm4j"));
/// ModelFile file = ModelFile.read(Path.of("m.lstm4j"));
/// Sequential network = file.network();
/// double mean = file.section("scaler", json -> json.asObject().require("mean").asDouble());
/// }
///
/// A model file is a valid safetensors file. Its metadata are
///
/// | name | text |
/// |---|---|
/// | `lstm4j.format` | the version of the format |
/// | `lstm4j.requires` | the first release of lstm4j that reads it |
/// | `lstm4j.network` | the layers and their settings, as JSON |
/// | any other | a section: JSON that another part of the program understands |
///
/// Its tensors are the weights under their parameters' names and, last, `lstm4j.sha256` (U8 [32]): the SHA-256 of every byte
/// of the file before it. Reading compares it, so that no changed byte goes unnoticed; it runs no code that the file names.
/// Equal models give equal bytes. The network is shared, not copied.
public final class ModelFile {

    /// The newest version of the format known here.
    public static final int FORMAT_VERSION = 1;

    /// The first release that knows [#FORMAT_VERSION].
    private static final String REQUIRES = "0.1.0";

    private final Sequential network;
    private final Map<String, JsonValue> sections;
    private final @Nullable Path origin;

    private ModelFile(Sequential network, Map<String, JsonValue> sections, @Nullable Path origin) {
        this.network = Objects.requireNonNull(network, "network");
        this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        this.origin = origin;
    }

    /// A file of that network, without sections.
    public static ModelFile of(Sequential network) {
        return new ModelFile(network, Map.of(), null);
    }

    /// This file with one more section, or with another content of one it has.
    ///
    /// @throws IllegalArgumentException when the name is empty or begins with `lstm4j.`, which is the format's own
    public ModelFile with(String section, JsonValue content) {
        if (section.isEmpty() || section.startsWith(ModelHeader.RESERVED)) {
            throw new IllegalArgumentException(
                    "a section needs a name that does not begin with 'lstm4j.', but got " + Quoted.of(section));
        }
        Map<String, JsonValue> more = new LinkedHashMap<>(sections);
        more.put(section, content);
        return new ModelFile(network, more, origin);
    }

    /// The network with its weights; shared.
    public Sequential network() {
        return network;
    }

    /// The sections by name, in order.
    public Map<String, JsonValue> sections() {
        return sections;
    }

    /// What a section says.
    ///
    /// @param reader turns its JSON into an object, throwing IllegalArgumentException when it cannot
    /// @throws org.lstm4j.ModelFileException when there is no such section, or the reader cannot read it
    public <T> T section(String name, Function<JsonValue, T> reader) {
        FileFaults faults = faults();
        JsonValue content = sections.get(name);
        if (content == null) {
            throw faults.unusable("the section '" + name + "' is missing", "", "sections " + sections.keySet(),
                    "use a model that was written with it");
        }
        try {
            return reader.apply(content);
        } catch (IllegalArgumentException e) {
            throw faults.damaged(new IllegalArgumentException("section '" + name + "': " + e.getMessage(), e));
        }
    }

    /// What can be wrong with the file.
    public FileFaults faults() {
        return new FileFaults(origin == null ? Path.of("the model") : origin);
    }

    /// Writes the file so that under that name stands the old file or the new one, whatever happens.
    ///
    /// @throws org.lstm4j.StorageException when that fails; the old file is intact then
    /// @throws IllegalArgumentException when a layer is of a kind that files do not know
    public void write(Path file) {
        SafetensorsHeader header = header();
        AtomicFile.write(file, out -> writeTo(out, header));
    }

    /// Reads and checks a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or not a model file
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static ModelFile read(Path file) {
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            int version = FormatCheck.requireReadable(reader, FileKind.MODEL);
            FormatCheck.requireUnharmed(reader);
            ModelHeader header = ModelHeader.of(version, reader.header(), reader.faults());
            return new ModelFile(network(header.network(), reader), header.sections(), file);
        }
    }

    /// Reads what the file says about itself, but neither the weights nor the checksum: fast, whatever the size.
    ///
    /// @throws org.lstm4j.ModelFileException when the header is damaged, of another version, or not a model file's
    /// @throws org.lstm4j.StorageException when the file does not exist or cannot be read
    public static ModelHeader readHeader(Path file) {
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            return readHeader(reader);
        }
    }

    /// The same of a file whose tensors are known already.
    ///
    /// @throws org.lstm4j.ModelFileException when the header is damaged, of another version, or not a model file's
    public static ModelHeader readHeader(SafetensorsReader reader) {
        int version = FormatCheck.requireReadable(reader, FileKind.MODEL);
        return ModelHeader.of(version, reader.header(), reader.faults());
    }

    private static Sequential network(NetworkSpec spec, SafetensorsReader reader) {
        StoredWeights weights = new StoredWeights(reader);
        try {
            Sequential network = spec.restore(weights);
            weights.requireAllTaken();
            return network;
        } catch (IllegalArgumentException e) {
            throw reader.faults().damaged(e);
        }
    }

    private SafetensorsHeader header() {
        SafetensorsHeader.Builder header = SafetensorsHeader.builder()
                .metadata(ModelHeader.VERSION, Integer.toString(FORMAT_VERSION))
                .metadata(ModelHeader.REQUIRES, REQUIRES)
                .metadata(ModelHeader.NETWORK, Json.write(NetworkJson.write(NetworkSpec.of(network))));
        sections.forEach((name, content) -> header.metadata(name, Json.write(content)));
        for (Parameter parameter : network.parameters()) {
            List<Long> shape = parameter.shape().axes().stream().map(axis -> (long) axis.size()).toList();
            header.tensor(parameter.name(), TensorType.F32, shape);
        }
        return header.tensor(ModelHeader.CHECKSUM, TensorType.U8, List.of((long) Sha256.BYTES)).build();
    }

    private void writeTo(OutputStream out, SafetensorsHeader header) throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(out, Sha256.start());
        SafetensorsWriter writer = new SafetensorsWriter(hashed, header);
        for (Parameter parameter : network.parameters()) {
            writer.write(parameter.value());
        }
        writer.write(hashed.getMessageDigest().digest());
        writer.finish();
    }
}
