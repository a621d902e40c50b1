package org.lstm4j.interop;

import java.nio.file.Path;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;

/// Reads models of other frameworks, whatever their format.
///
/// {@snippet :
/// ImportedModel model = ModelImport.read(Path.of("model.safetensors"), ImportOptions.NONE);
/// ModelFile.of(model.network()).write(Path.of("m.lstm4j"));
/// }
public final class ModelImport {

    private ModelImport() {}

    /// @throws org.lstm4j.ModelFileException when the file is damaged, of no known format, or has what we have not
    /// @throws org.lstm4j.ConfigurationException when something must be said that the file does not say
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static ImportedModel read(Path file, ImportOptions options) {
        try (ModelSource source = ModelSource.open(file)) {
            return source.read(options);
        }
    }
}
