package planted.org.lstm4j.nn;

import java.io.File;
import java.nio.file.Path;
import org.lstm4j.json.Json;
import org.lstm4j.model.ModelFile;
import org.lstm4j.optim.Adam;
import org.lstm4j.train.Model;

/// Offends on purpose: layers know nothing of training and files.
public final class SeesMore {

    Class<?> model() {
        return Model.class;
    }

    Class<?> adam() {
        return Adam.class;
    }

    Class<?> modelFile() {
        return ModelFile.class;
    }

    Class<?> json() {
        return Json.class;
    }

    Class<?> file() {
        return File.class;
    }

    Class<?> path() {
        return Path.class;
    }
}
