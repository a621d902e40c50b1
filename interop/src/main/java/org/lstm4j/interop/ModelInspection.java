package org.lstm4j.interop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.onnx.OnnxReader;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;

/// Says what is in a file of another framework, and makes nothing of it.
///
/// @param format of the file
/// @param summary what it says of itself, and its tensors; their elements can no longer be read
public record ModelInspection(FileFormat format, FileSummary summary) {

    /// @throws org.lstm4j.ModelFileException when the file is damaged, or of no known format
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static ModelInspection of(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            FileFormat format = FileFormat.of(source, file.toString());
            return new ModelInspection(format, switch (format) {
                case KERAS, HDF5 -> KerasReader.inspect(source);
                case ONNX -> OnnxReader.inspect(source, file.toAbsolutePath().getParent(), ImportOptions.NONE);
                default -> ofTensors(ModelImport.tensors(source));
            });
        }
    }

    private static FileSummary ofTensors(TensorFile file) {
        Map<String, String> facts = new LinkedHashMap<>(file.metadata());
        return new FileSummary(facts, List.copyOf(file.tensors().values()));
    }
}
