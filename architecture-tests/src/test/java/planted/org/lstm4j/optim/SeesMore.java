package planted.org.lstm4j.optim;

import java.nio.file.Path;
import org.lstm4j.train.Model;

/// Offends on purpose: an optimizer knows neither training nor files.
public final class SeesMore {

    Class<?> model() {
        return Model.class;
    }

    Class<?> path() {
        return Path.class;
    }
}
