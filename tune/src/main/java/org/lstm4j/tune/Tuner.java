package org.lstm4j.tune;

import org.lstm4j.ConfigurationException;
import org.lstm4j.tune.sampler.Sampler;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

/// Searches for the settings with the smallest error.
///
/// Trial 1 is that of the defaults, so that a study says what tuning gains. The others are chosen in generations of a fixed size from the
/// results of the generations before. Each begins on the cheapest rung, and the best climb ([SuccessiveHalving]): all of a generation finish
/// a rung before it is decided who goes on to the next. Only the first trial, which climbs in any case, does not wait.
///
/// What comes out rests on space, sampler, objective, generation size and halving alone: not on how many threads there are, whether the
/// search was broken off and resumed, or how long an evaluation took. A study of n trials is how every longer one begins.
///
/// @param space what is searched
/// @param sampler how configurations are chosen, all of them in that space
/// @param objective what is minimised
/// @param defaults where the defaults lie in the space, so that the sampler learns from trial 1 too; without values where they do not
public record Tuner(SearchSpace space, Sampler sampler, Objective objective, Configuration defaults) {

    /// @throws ConfigurationException when the defaults have values that are not of the space
    public Tuner {
        if (!defaults.names().isEmpty()) {
            space.check(defaults);
        }
    }

    /// A search whose defaults have no place in the space.
    public Tuner(SearchSpace space, Sampler sampler, Objective objective) {
        this(space, sampler, objective, Configuration.empty());
    }

    /// Tries configurations until there are enough of them or time is up.
    ///
    /// When the deadline passes, nothing new begins, and evaluations that find no end are dropped. The study then has the leading trials that
    /// had all results they needed, and so is the one of that many trials; whatever else was found is in the journal for a later run. No trial
    /// is held back for the time that it may take: times of rungs and of configurations differ too much for a forecast to gain more than it
    /// loses, and what is broken off costs only time that would have been idle.
    ///
    /// @param journal what an earlier run of the same search has found, and where to keep what this one finds
    /// @param listener hears how it goes on
    /// @throws ConfigurationException when time was up before the first trial was through; when the journal is that of another
    /// search; when a sampler leaves the space
    /// @throws InterruptedException when the thread was asked to stop; what was found is in the journal
    public Study run(TuningSettings settings, Journal journal, Deadline deadline, TuningListener listener)
            throws InterruptedException {
        return new TuningRun(this, settings, journal, deadline, listener).study();
    }
}
