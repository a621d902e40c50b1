package org.lstm4j.interop.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// The tensors of a foreign file by name, with the text that stands beside them. The tensors can be read as long as their source is open.
///
/// @param tensors by name, in the order of the file
/// @param metadata text by name
/// @param inOrder whether the order of the file tells in which order layers were made, as that of a state_dict does, and not how names are
///        sorted
/// @param bytes of the file
/// @param faults words for what is wrong with the file
public record TensorFile(
        Map<String, StoredTensor> tensors, Map<String, String> metadata, boolean inOrder, long bytes,
        FileFaults faults) {

    public TensorFile {
        tensors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// The tensor of that name.
    public Optional<StoredTensor> tensor(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /// The tensor of that name.
    ///
    /// @throws org.lstm4j.ModelFileException when there is none
    public StoredTensor require(String name) {
        return tensor(name).orElseThrow(() -> faults.unusable("has no tensor " + Quoted.of(name), "",
                "tensors " + someNames(), "use one of its names"));
    }

    private List<String> someNames() {
        return tensors.keySet().stream().limit(10).map(Quoted::of).toList();
    }
}
