package planted.org.lstm4j.train;

import java.nio.file.Path;
import org.lstm4j.model.ModelFile;

/// Offends on purpose: files are the model package's affair.
public final class WritesFiles {

    Class<?> modelFile() {
        return ModelFile.class;
    }

    Class<?> path() {
        return Path.class;
    }
}
