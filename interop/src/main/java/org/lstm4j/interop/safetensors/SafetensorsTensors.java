package org.lstm4j.interop.safetensors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.SafetensorsReader;
import org.lstm4j.model.TensorEntry;

/// The tensors of a safetensors file.
public final class SafetensorsTensors {

    private SafetensorsTensors() {}

    /// The tensors, which can be read as long as the source is open. Whether their order says anything is told from the names: tools that
    /// sort them have lost it.
    ///
    /// @throws org.lstm4j.ModelFileException when the header is damaged
    public static TensorFile read(ByteSource source) {
        return read(SafetensorsReader.open(source), source);
    }

    /// The same of a header that was read.
    ///
    /// @param source what the reader reads
    public static TensorFile read(SafetensorsReader reader, ByteSource source) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (TensorEntry entry : reader.header().tensors()) {
            tensors.put(entry.name(), new RawTensor(
                    entry.name(), entry.type(), entry.shape(), source, reader.position(entry)));
        }
        List<String> names = List.copyOf(tensors.keySet());
        return new TensorFile(tensors, reader.header().metadata(), !names.equals(names.stream().sorted().toList()),
                source.size(), source.faults());
    }
}
