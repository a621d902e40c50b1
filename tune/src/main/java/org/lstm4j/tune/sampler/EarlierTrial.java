package org.lstm4j.tune.sampler;

import java.util.List;
import org.lstm4j.tune.space.Configuration;

/// A trial that a sampler may learn from.
///
/// @param number from 1
/// @param configuration what was tried; without values where the defaults were
/// @param errors on each rung it was on, from the first; infinite where it failed; none while it is under way
public record EarlierTrial(int number, Configuration configuration, List<Double> errors) {

    public EarlierTrial {
        errors = List.copyOf(errors);
    }

    public boolean isUnderWay() {
        return errors.isEmpty();
    }

    /// Whether there is an error to compare: it is not under way and has not failed.
    boolean isMeasured() {
        return !isUnderWay() && Double.isFinite(errors.getLast());
    }
}
