package org.lstm4j.tune;

import java.util.Optional;
import org.lstm4j.tune.space.Configuration;

/// What is known of a study already, so that nothing is computed twice. Each record is kept as soon as the method returns. Used by one
/// thread at a time.
public interface Journal {

    /// What an earlier run of the study chose for that trial.
    Optional<Configuration> configuration(int trial);

    void record(Trial trial);

    /// What an earlier run found.
    Optional<RungResult> result(int trial, int rung);

    void record(RungResult result);
}
