package org.lstm4j.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lstm4j.compute.Compute;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.verify.Comparison;
import org.lstm4j.interop.verify.Reference;
import org.lstm4j.interop.verify.Verification;

/// Files that other frameworks wrote, with the inputs and outputs of their models.
public final class Fixtures {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "lstm4j", "interop");

    private Fixtures() {}

    /// @param name below the folder of all: `seed/seed_state_dict.pt`
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a model says, compared with the inputs and outputs in a file.
    public static Comparison compare(ImportedModel model, String against) {
        try (ModelSource source = ModelSource.open(file(against))) {
            Reference reference = Reference.read(source.tensors(), Reference.INPUT, Reference.OUTPUT);
            return Verification.compare(model.network(), reference, Compute.shared());
        }
    }
}
