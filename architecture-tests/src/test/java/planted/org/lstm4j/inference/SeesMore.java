package planted.org.lstm4j.inference;

import java.nio.file.Path;
import org.lstm4j.train.Model;

/// Offends on purpose: inference knows neither training nor files.
public final class SeesMore {

    Class<?> model() {
        return Model.class;
    }

    Class<?> path() {
        return Path.class;
    }
}
