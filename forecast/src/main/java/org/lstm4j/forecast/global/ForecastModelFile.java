package org.lstm4j.forecast.global;

import java.nio.file.Path;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.model.ModelFile;

/// Reads a model of any kind that foretells, by the sections of its file. [ForecastModel#toFile] writes it.
public final class ForecastModelFile {

    private ForecastModelFile() {}

    /// Reads a model from a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or foretells nothing
    /// @throws org.lstm4j.StorageException when it cannot be read
    public static ForecastModel read(Path file) {
        return of(ModelFile.read(file));
    }

    /// The model in a file that was read already.
    ///
    /// @throws org.lstm4j.ModelFileException when there is none
    public static ForecastModel of(ModelFile file) {
        return file.sections().containsKey(GlobalForecasterFile.SECTION)
                ? GlobalForecasterFile.of(file)
                : ForecasterFile.of(file);
    }
}
