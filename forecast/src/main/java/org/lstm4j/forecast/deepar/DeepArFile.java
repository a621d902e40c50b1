package org.lstm4j.forecast.deepar;

import java.nio.file.Path;
import java.util.function.Function;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;

/// A DeepAR as one `*.lstm4j` file: the network, and a section that says what it reads and foretells. Equal models give equal files.
public final class DeepArFile {

    /// The section beside the network.
    public static final String SECTION = "deepar";

    private DeepArFile() {}

    /// The content of the file; add sections such as metrics before writing it.
    public static ModelFile of(DeepAr model) {
        return ModelFile.of(model.network())
                .with(SECTION, JsonValue.object()
                        .put("likelihood", model.likelihood().name())
                        .put("paths", model.pathCount())
                        .put("columns", model.schema().toJson())
                        .build());
    }

    /// Reads a model from a file.
    ///
    /// @param likelihoods the family of a name; throws IllegalArgumentException where it knows none
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or no DeepAR's
    /// @throws org.lstm4j.StorageException when it cannot be read
    public static DeepAr read(Path file, Function<String, Likelihood> likelihoods) {
        return of(ModelFile.read(file), likelihoods);
    }

    /// The model in a file that was read already.
    ///
    /// @throws org.lstm4j.ModelFileException when there is none
    public static DeepAr of(ModelFile file, Function<String, Likelihood> likelihoods) {
        return file.section(SECTION, json -> {
            JsonObject section = json.asObject();
            return new DeepAr(DeepArSchema.fromJson(section.require("columns").asObject()), file.network(),
                    likelihoods.apply(section.require("likelihood").asText()), section.require("paths").asInt());
        });
    }
}
