package org.lstm4j.tune.sampler;

import java.util.List;
import org.lstm4j.tune.space.Configuration;

/// Chooses what to try next.
///
/// A choice depends on the sampler's settings, the number of the trial and the earlier trials alone, so that a study can be resumed
/// anywhere. Samplers have no state; they may be used by several threads.
@FunctionalInterface
public interface Sampler {

    /// The configuration of a trial.
    ///
    /// @param trial its number, from 1
    /// @param earlier the trials before it that it may learn from, in order
    Configuration propose(int trial, List<EarlierTrial> earlier);
}
