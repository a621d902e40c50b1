package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What the columns are for.
@CommandLine.Command(optionListHeading = "Roles of the columns:")
final class RoleOptions {

    @Option(names = "--target", paramLabel = "COL", split = ",", description = "What to forecast.")
    List<String> target = new ArrayList<>();

    @Option(names = "--series", paramLabel = "COL", description = "Which series a row belongs to, in a table of many.")
    @Nullable
    String series;

    @Option(names = "--wide", description = "Each row is a series: its name, then its values.")
    boolean wide;

    @Option(names = "--past", paramLabel = "COL", split = ",",
            description = "Known up to now, such as measured weather.")
    List<String> past = new ArrayList<>();

    @Option(names = "--future", paramLabel = "COL", split = ",", description = "Known ahead, such as holidays.")
    List<String> future = new ArrayList<>();

    @Option(names = "--static", paramLabel = "COL", split = ",",
            description = "Constant for a series, such as its region.")
    List<String> constant = new ArrayList<>();

    @Option(names = "--categorical", paramLabel = "COL", split = ",",
            description = "Covariates whose numbers are names, such as shop 17; texts always are.")
    List<String> categorical = new ArrayList<>();

    @Option(names = "--series-embedding",
            description = "The name of a series is a static category: the model learns a vector for each.")
    boolean seriesEmbedding;
}
