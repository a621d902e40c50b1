package org.lstm4j.cli;

import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// Which model options mean nothing to a kind of model.
final class KindOptions {

    private static final List<String> NOT_OF_GLOBAL = List.of("--skip", "--bidirectional", "--recurrent-dropout",
            "--schedule", "--optimizer", "--shuffle-split", "--init", "--floor",
            "--deseasonalize", "--lags", "--unknown-category", "--seeds", "--finish", "--batches-per-epoch");
    private static final List<String> NOT_OF_ESRNN = List.of("--layers", "--dropout", "--paths");
    private static final List<String> NOT_OF_DEEPAR = List.of("--scale");
    private static final List<String> NOT_OF_WINDOWS = List.of("--paths");

    private KindOptions() {}

    /// @throws ConfigurationException when an option was given that the kind has no use for
    static void require(ModelOptions.ModelName kind, GivenOptions given) {
        switch (kind) {
            case AUTO, DIRECT, SEGMENT -> refuse(kind, NOT_OF_WINDOWS, given);
            case ESRNN -> {
                refuse(kind, NOT_OF_GLOBAL, given);
                refuse(kind, NOT_OF_ESRNN, given);
            }
            case DEEPAR -> {
                refuse(kind, NOT_OF_GLOBAL, given);
                refuse(kind, NOT_OF_DEEPAR, given);
            }
        }
    }

    private static void refuse(ModelOptions.ModelName kind, List<String> names, GivenOptions given) {
        for (String name : names) {
            if (given.has(name)) {
                throw new ConfigurationException(Problem.of(
                        name + " means nothing to --model " + kind,
                        "leave it out, or choose another --model"));
            }
        }
    }
}
