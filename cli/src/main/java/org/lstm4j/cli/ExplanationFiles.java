package org.lstm4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.AtomicFile;

/// The files that an explanation leaves in a folder.
final class ExplanationFiles {

    private final Path numbers;

    /// @param inputs what is read and must not be replaced
    /// @throws org.lstm4j.StorageException when the folder cannot be written to
    ExplanationFiles(Path folder, @Nullable Path... inputs) throws IOException {
        numbers = folder.resolve("explanation.json").normalize();
        OutputPaths.makeFolder(folder);
        OutputPaths.reading(inputs).requireWritable(numbers);
    }

    /// @param explanation all that was found
    /// @return what was written
    List<Path> write(JsonObject explanation) {
        String text = Json.write(explanation) + "\n";
        AtomicFile.write(numbers, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        return List.of(numbers);
    }
}
