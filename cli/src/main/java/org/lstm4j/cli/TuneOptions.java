package org.lstm4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What is searched, how, and for how long.
@CommandLine.Command(optionListHeading = "Search:")
final class TuneOptions {

    /// What is about the search alone, so that a line for `train` leaves it out.
    static final List<String> NAMES = List.of("--trials", "--time-budget", "--study", "--space", "--sampler", "--folds",
            "--report");

    /// How the next trial's values are chosen.
    enum SamplerName {
        TPE, RANDOM;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    @Option(names = "--trials", paramLabel = "N", converter = Values.Count.class,
            description = "Trials in all, those of earlier runs of the study among them; the defaults are the first (default: 30, or"
                    + " as many as the time budget allows).")
    @Nullable
    Integer trials;

    @Option(names = "--time-budget", paramLabel = "TIME", converter = Values.TimeSpan.class,
            description = "Begin nothing new after this time: 90s, 10m, 1h30m (default: no limit).")
    @Nullable
    Duration timeBudget;

    @Option(names = "--study", paramLabel = "FILE",
            description = "Keep the study here, s.db, or go on with the one that is there.")
    @Nullable
    Path study;

    @Option(names = "--space", paramLabel = "NAME=VALUES", split = ";",
            description = "Search this, and nothing that is not named: hidden=16..128:log, dropout=0..0.4,"
                    + " optimizer=adam,rmsprop; may be repeated (default: all that has no option of its own here).")
    List<String> space = new ArrayList<>();

    @Option(names = "--sampler", paramLabel = "NAME", defaultValue = "tpe",
            description = "How values are chosen: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    SamplerName sampler = SamplerName.TPE;

    @Option(names = "--folds", paramLabel = "N", converter = Values.Count.class, defaultValue = "3",
            description = "Times that each trial is trained and judged, each a little later (default: ${DEFAULT-VALUE}).")
    int folds;
}
