package org.lstm4j.campaigns.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.campaigns.SoundFiles;

/// Sound files to begin with: where there is a sound one, most changes of it go deep into a reader.
///
/// @param sound files that are as they should be
record FuzzSeeds(SoundFiles sound) {

    /// The seeds of a target, by the name of a file.
    Map<String, byte[]> of(FuzzTarget target) {
        return switch (target) {
            case SAFETENSORS -> files("onnx/gru_last.safetensors", "onnx/embedded.safetensors");
            case TORCH -> files("pytorch/lstm_no_bias.pt", "pytorch/checkpoint.pt");
            case PICKLE -> Map.of(
                    "lstm", sound.member("pytorch/lstm_no_bias.pt", "/data.pkl"),
                    "checkpoint", sound.member("pytorch/checkpoint.pt", "/data.pkl"));
            case NPZ -> files("pytorch/gru_io.npz", "pytorch/float16_io.npz");
            case NPY -> Map.of(
                    "gru", sound.member("pytorch/gru_io.npz", "input.npy"),
                    "float16", sound.member("pytorch/float16_io.npz", "output.npy"));
            case KERAS -> Map.of("rnn", parts("keras/simple_rnn.keras"), "masked", parts("keras/masked.keras"));
            case HDF5 -> files("keras/simple_rnn.h5", "keras/gru.weights.h5");
            case ONNX -> files("onnx/gru_last.onnx", "onnx/embedded.onnx", "onnx/bidirectional_last.onnx");
        };
    }

    private Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name.replace('/', '_'), sound.bytes(name));
        }
        return files;
    }

    /// As [FuzzTarget#KERAS] takes them apart.
    private byte[] parts(String archive) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(sound.member(archive, "config.json"));
        parts.write(0);
        parts.writeBytes(sound.member(archive, "model.weights.h5"));
        return parts.toByteArray();
    }
}
