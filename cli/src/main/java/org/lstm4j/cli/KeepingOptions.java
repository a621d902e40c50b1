package org.lstm4j.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.tune.study.RunLabel;
import org.lstm4j.tune.study.RunResult;
import org.lstm4j.tune.study.StoredRun;
import org.lstm4j.tune.study.StudyFile;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Where a training run is kept, so that [RunsCommand] can show it beside others.
@CommandLine.Command(optionListHeading = "Keeping the run:")
final class KeepingOptions {

    @Option(names = "--study", paramLabel = "FILE",
            description = "Keep what came of the run here, beside others: s.db; 'runs' compares them.")
    @Nullable
    Path study;

    @Option(names = "--name", paramLabel = "NAME", converter = Values.RunName.class,
            description = "What to call the run there.")
    @Nullable
    String name;

    /// To be asked before the training.
    ///
    /// @throws ConfigurationException when a run is named that is not kept
    void requireUsable() {
        if (study != null) {
            StudyFile.requireUsable(study);
        } else if (name != null) {
            throw new ConfigurationException(Problem.of("--name is for a run that is kept, and this one is not",
                    "say where with --study s.db, or leave --name out"));
        }
    }

    /// Keeps a run, if that is wanted.
    ///
    /// @param model where the model file was written, null when it was not
    Optional<StoredRun> keep(RunResult result, @Nullable Path model, Console console) {
        if (study == null) {
            return Optional.empty();
        }
        RunLabel label = new RunLabel(name == null ? "" : name, Instant.now(), Version.number(),
                model == null ? "" : model.toString());
        try (StudyFile file = StudyFile.open(study)) {
            StoredRun kept = file.add(label, result);
            console.message("kept as run " + kept.id() + " in " + study);
            return Optional.of(kept);
        }
    }
}
