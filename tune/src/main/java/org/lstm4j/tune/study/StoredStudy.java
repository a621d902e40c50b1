package org.lstm4j.tune.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lstm4j.tune.RungResult;

/// A tuning study as a file has it.
///
/// @param trials by number
public record StoredStudy(StudyIdentity identity, List<StoredTrial> trials) {

    public StoredStudy {
        trials = List.copyOf(trials);
    }

    /// The lowest error on the last rung; of several, the one of the earliest trial. Empty while no trial has climbed so far.
    public Optional<RungResult> best() {
        return trials.stream()
                .flatMap(trial -> trial.result(identity.rungs() - 1).stream())
                .filter(result -> !result.score().failed())
                .min(Comparator.comparingDouble(result -> result.score().error()));
    }
}
