package org.lstm4j.tune;

import java.util.Optional;

/// What is minimised. Called by several threads at once for different trials.
///
/// A score depends on the configuration, the trial's number and the rung alone: the same on every machine, whatever was tried before, so
/// that a study can be repeated, shared out and resumed.
public interface Objective {

    /// How many rungs there are, at least 1. On each a trial is given more than on the one before; only errors of the same rung are
    /// compared, and only a trial that has climbed them all can win.
    int rungs();

    /// Tries a configuration.
    ///
    /// @param rung from 0 to `rungs() - 1`
    /// @param deadline to be asked now and then
    /// @return empty when the deadline passed before there was a score
    Optional<Score> evaluate(Trial trial, int rung, Deadline deadline);
}
