package org.lstm4j.tune.study;

import java.util.List;

/// What a training run was to learn.
///
/// @param source name of the data, for readers: `sales.csv`
/// @param dataSha256 fingerprint of the data, 64 hexadecimal digits
/// @param targets what is foretold
/// @param horizon steps ahead, at least 1
/// @param season steps in a season, at least 1; MASE is scaled by it
public record RunTask(String source, String dataSha256, List<String> targets, int horizon, int season) {

    public RunTask {
        Checks.requireSha256("data", dataSha256);
        Checks.requireAtLeast(1, "horizon", horizon);
        Checks.requireAtLeast(1, "season", season);
        targets = List.copyOf(targets);
        Checks.requireAtLeast(1, "the number of targets", targets.size());
    }

    /// Whether it is the same task; data may have been moved or renamed.
    boolean isLike(RunTask other) {
        return dataSha256.equals(other.dataSha256)
                && targets.equals(other.targets)
                && horizon == other.horizon
                && season == other.season;
    }
}
