package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.model.ModelFile;

/// The copy of a model file beside it, as it was before its last update: `m.lstm4j.previous`.
///
/// @param model the file that is updated
record PreviousModel(Path model) {

    private static final String SUFFIX = ".previous";

    /// Where the copy is.
    Path file() {
        Path name = model.getFileName();
        return model.resolveSibling((name == null ? "" : name) + SUFFIX);
    }

    /// Makes the copy. At every moment the model file is whole under its name, and so is the copy.
    ///
    /// @throws StorageException when that fails
    void keep() throws IOException {
        copy(model, file());
    }

    /// Puts the copy back under the model's name, byte for byte; then there is none.
    ///
    /// @throws StorageException when there is no copy, or that fails
    /// @throws org.lstm4j.ModelFileException when the copy is damaged; the model file stays then
    void bringBack() throws IOException {
        if (!Files.exists(file())) {
            throw new StorageException(new Problem(
                    "there is no earlier '" + model + "' to bring back",
                    "'" + file() + "', which update leaves there when it replaces the model",
                    "no such file",
                    "a model can be brought back once after each update that was kept"));
        }
        ModelFile.read(file());
        copy(file(), model);
        Files.delete(file());
    }

    /// Copies a file byte for byte, so that under the other name stands the old content or the new.
    static void copy(Path from, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(from);
        AtomicFile.write(to, out -> out.write(bytes));
    }
}
