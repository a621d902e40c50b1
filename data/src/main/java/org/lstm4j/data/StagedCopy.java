package org.lstm4j.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file under a name DuckDB can open, byte for byte: where it lies, or a
/// temporary copy that [#close] deletes.
///
/// @param path the file to read
/// @param temporary whether it is a copy
record StagedCopy(Path path, boolean temporary) implements AutoCloseable {

    /// @throws org.lstm4j.StorageException when the copy cannot be made
    static StagedCopy of(Path file) {
        if (DuckDb.canOpen(file)) {
            return new StagedCopy(file, false);
        }
        try {
            Path copy = Files.createTempFile("lstm4j-", ".copy");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return new StagedCopy(copy, true);
        } catch (IOException e) {
            throw InputFiles.failure(file.toString(), e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            InputFiles.discard(path);
        }
    }
}
