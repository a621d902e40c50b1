package org.lstm4j.interop.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// Tensors in files beside the model. Only where the user allows it, and only regular files in the model's own folder or below, with no link
/// on the way: a model from somewhere must not make us read other files. Keeps the files open until it is closed.
///
/// Source: ONNX, docs/ExternalData.md and docs/security.md. A second name of a file from elsewhere (a hard link) cannot be told apart.
final class ExternalData implements AutoCloseable {

    private static final List<String> KEYS = List.of("location", "offset", "length", "checksum", "basepath");

    private final @Nullable Path folder;
    private final boolean allowed;
    private final FileFaults faults;
    private final Map<Path, ByteSource> open = new LinkedHashMap<>();

    /// @param folder the model's own; null for none
    ExternalData(@Nullable Path folder, boolean allowed, FileFaults faults) {
        this.folder = folder;
        this.allowed = allowed;
        this.faults = faults;
    }

    /// @param place entries of the tensor's external_data
    StoredTensor tensor(String name, TensorType type, List<Long> shape, Map<String, String> place) {
        String location = place.getOrDefault("location", "");
        if (!allowed || folder == null) {
            throw faults.unusable("tensor " + Quoted.of(name) + " is in another file, " + Quoted.of(location),
                    "all weights in the model", "external data",
                    folder == null ? "give the model as a file" : "allow external data, if you trust the model");
        }
        for (String key : place.keySet()) {
            if (!KEYS.contains(key)) {
                throw faults.unusable("external data of tensor " + Quoted.of(name) + " has an unknown entry",
                        KEYS.toString(), Quoted.of(key), "export the model with all weights in it");
            }
        }
        ByteSource source = source(name, location, folder);
        long offset = number(name, place.getOrDefault("offset", "0"));
        long length = number(name, place.getOrDefault("length", Long.toString(source.size() - offset)));
        RawTensor tensor = new RawTensor(name, type, shape, source, offset);
        if (length != tensor.elements() * (type.bits() / Byte.SIZE)) {
            throw source.faults().damagedAt(offset, "tensor " + Quoted.of(name) + " has bytes for another shape",
                    type + " " + shape, length + " bytes");
        }
        return tensor;
    }

    private long number(String name, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw faults.unusable("external data of tensor " + Quoted.of(name) + " begins nowhere", "a number from 0",
                Quoted.of(text), "export the model again");
    }

    private ByteSource source(String name, String location, Path within) {
        Path file = contained(name, location, within);
        ByteSource known = open.get(file);
        if (known == null) {
            known = ByteSource.open(file);
            open.put(file, known);
        }
        return known;
    }

    private Path contained(String name, String location, Path within) {
        try {
            Path base = within.toRealPath();
            Path file = base.resolve(location);
            boolean inside = !location.isEmpty() && !Path.of(location).isAbsolute()
                    && file.equals(file.normalize()) && file.startsWith(base);
            if (inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toRealPath().equals(file)) {
                return file;
            }
        } catch (IOException | InvalidPathException _) {
            // said below
        }
        throw faults.unusable("external data of tensor " + Quoted.of(name) + " cannot be read",
                "a regular file in the model's own folder, no link", Quoted.of(location),
                "put the file there, or export the model with all weights in it");
    }

    @Override
    public void close() {
        open.values().forEach(ByteSource::close);
    }
}
