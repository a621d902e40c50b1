package org.lstm4j.campaigns.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Sound files to begin with: where there is a sound one, most changes of it go deep into a reader.
///
/// @param fixtures the folder of the files that interop's tests read
record FuzzSeeds(Path fixtures) {

    /// The seeds of a target, by the name of a file.
    Map<String, byte[]> of(FuzzTarget target) throws IOException {
        return switch (target) {
            case SAFETENSORS -> files("onnx/gru_last.safetensors", "onnx/embedded.safetensors");
            case TORCH -> files("pytorch/lstm_no_bias.pt", "pytorch/checkpoint.pt");
            case PICKLE -> Map.of(
                    "lstm", member("pytorch/lstm_no_bias.pt", "/data.pkl"),
                    "checkpoint", member("pytorch/checkpoint.pt", "/data.pkl"));
            case NPZ -> files("pytorch/gru_io.npz", "pytorch/float16_io.npz");
            case NPY -> Map.of(
                    "gru", member("pytorch/gru_io.npz", "input.npy"),
                    "float16", member("pytorch/float16_io.npz", "output.npy"));
            case KERAS -> Map.of("rnn", parts("keras/simple_rnn.keras"), "masked", parts("keras/masked.keras"));
            case HDF5 -> files("keras/simple_rnn.h5", "keras/gru.weights.h5");
            case ONNX -> files("onnx/gru_last.onnx", "onnx/embedded.onnx", "onnx/bidirectional_last.onnx");
        };
    }

    private Map<String, byte[]> files(String... names) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(names)) {
            files.put(name.replace('/', '_'), Files.readAllBytes(fixtures.resolve(name)));
        }
        return files;
    }

    /// As [FuzzTarget#KERAS] takes them apart.
    private byte[] parts(String archive) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(member(archive, "config.json"));
        parts.write(0);
        parts.write(member(archive, "model.weights.h5"));
        return parts.toByteArray();
    }

    private byte[] member(String archive, String end) throws IOException {
        try (ZipFile zip = new ZipFile(fixtures.resolve(archive).toFile())) {
            ZipEntry entry = zip.stream().filter(one -> one.getName().endsWith(end)).findFirst().orElseThrow();
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }
}
