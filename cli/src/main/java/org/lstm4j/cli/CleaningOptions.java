package org.lstm4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What becomes of missing values and of several rows for one time.
@CommandLine.Command(optionListHeading = "Cleaning:")
final class CleaningOptions {

    /// How a missing value is filled.
    enum Fill {
        NONE, LINEAR, FORWARD, SEASONAL, MEAN;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    /// What several rows for one time become.
    enum Aggregate {
        MEAN, SUM, LAST;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    @Option(names = "--fill", paramLabel = "HOW", description = "Fill missing values: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Fill fill;

    @Option(names = "--aggregate", paramLabel = "HOW",
            description = "Make one row of several for the same time: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Aggregate aggregate;

    @Option(names = "--resample", paramLabel = "HOW",
            description = "Join the rows of each step of --freq, at whatever times they are: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Aggregate resample;
}
