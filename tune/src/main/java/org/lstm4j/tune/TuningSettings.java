package org.lstm4j.tune;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// How a search goes on. Immutable.
///
/// @param trials how many configurations are tried at most, the defaults among them
/// @param workers how many trials are evaluated at once; of no account to the results
/// @param generation how many trials are chosen together, from the results of the generations before; part of what the results rest on
/// @param halving who climbs to the next rung; part of what the results rest on
public record TuningSettings(int trials, int workers, int generation, SuccessiveHalving halving) {

    private static final int MOST_WORKERS = 1024;

    public TuningSettings {
        require(trials >= 1, "trials", "1 or more", trials);
        require(workers >= 1 && workers <= MOST_WORKERS, "workers", "1 to " + MOST_WORKERS, workers);
        require(generation >= 1, "trials per generation", "1 or more", generation);
    }

    private static void require(boolean met, String what, String expected, int received) {
        if (!met) {
            throw new ConfigurationException(new Problem("tuning is not possible with that number of " + what, expected,
                    Integer.toString(received), "choose " + expected));
        }
    }

    /// One worker, generations of four, one of three trials climbs.
    public static TuningSettings ofTrials(int trials) {
        return new TuningSettings(trials, 1, 4, SuccessiveHalving.defaults());
    }

    public TuningSettings withTrials(int count) {
        return new TuningSettings(count, workers, generation, halving);
    }

    public TuningSettings withWorkers(int count) {
        return new TuningSettings(trials, count, generation, halving);
    }

    public TuningSettings withGeneration(int count) {
        return new TuningSettings(trials, workers, count, halving);
    }

    public TuningSettings withHalving(SuccessiveHalving rule) {
        return new TuningSettings(trials, workers, generation, rule);
    }
}
