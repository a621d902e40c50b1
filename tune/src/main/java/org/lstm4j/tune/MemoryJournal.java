package org.lstm4j.tune;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.tune.space.Configuration;

/// A journal that lasts as long as the program, for searches that are not to be resumed. Not thread-safe.
public final class MemoryJournal implements Journal {

    private record Place(int trial, int rung) {}

    private final Map<Integer, Configuration> configurations = new LinkedHashMap<>();
    private final Map<Place, RungResult> results = new LinkedHashMap<>();

    @Override
    public Optional<Configuration> configuration(int trial) {
        return Optional.ofNullable(configurations.get(trial));
    }

    @Override
    public void record(Trial trial) {
        configurations.put(trial.number(), trial.configuration());
    }

    @Override
    public Optional<RungResult> result(int trial, int rung) {
        return Optional.ofNullable(results.get(new Place(trial, rung)));
    }

    @Override
    public void record(RungResult result) {
        results.put(new Place(result.trial(), result.rung()), result);
    }

    /// How many results there are.
    public int size() {
        return results.size();
    }
}
