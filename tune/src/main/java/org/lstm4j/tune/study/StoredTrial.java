package org.lstm4j.tune.study;

import java.util.List;
import java.util.Optional;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Trial;

/// A trial with what it came to so far.
///
/// @param results by rung, the cheapest first
public record StoredTrial(Trial trial, List<RungResult> results) {

    public StoredTrial {
        results = List.copyOf(results);
        for (RungResult result : results) {
            if (result.trial() != trial.number()) {
                throw new IllegalArgumentException(
                        "trial " + trial.number() + " cannot have a result of trial " + result.trial());
            }
        }
    }

    public Optional<RungResult> result(int rung) {
        return results.stream().filter(result -> result.rung() == rung).findFirst();
    }

    /// @param rungs how many there are in the study
    public TrialProgress state(int rungs) {
        if (results.isEmpty()) {
            return TrialProgress.PROPOSED;
        }
        if (results.stream().anyMatch(result -> result.score().failed())) {
            return TrialProgress.FAILED;
        }
        return result(rungs - 1).isPresent() ? TrialProgress.COMPLETE : TrialProgress.TRIED;
    }
}
