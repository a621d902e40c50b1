package org.lstm4j.tune.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lstm4j.tune.Journal;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;

/// The study of one file: read whole at the beginning, so that damage shows before work is done, and written record by record.
final class StudyJournal implements Journal {

    private final StudyTables tables;
    private final Map<Integer, Trial> trials = new TreeMap<>();
    private final Map<Integer, List<RungResult>> results = new TreeMap<>();

    StudyJournal(StudyTables tables) {
        this.tables = tables;
        for (StoredTrial stored : tables.trials()) {
            trials.put(stored.trial().number(), stored.trial());
            results.put(stored.trial().number(), new ArrayList<>(stored.results()));
        }
    }

    @Override
    public Optional<Configuration> configuration(int trial) {
        return Optional.ofNullable(trials.get(trial)).map(Trial::configuration);
    }

    /// @throws IllegalStateException when that trial has a configuration already
    @Override
    public void record(Trial trial) {
        if (trials.containsKey(trial.number())) {
            throw new IllegalStateException("trial " + trial.number() + " is recorded already");
        }
        tables.add(trial);
        trials.put(trial.number(), trial);
        results.put(trial.number(), new ArrayList<>());
    }

    @Override
    public Optional<RungResult> result(int trial, int rung) {
        return results.getOrDefault(trial, List.of()).stream().filter(result -> result.rung() == rung).findFirst();
    }

    /// @throws IllegalStateException when the trial was not recorded before, or has a result on that rung already
    @Override
    public void record(RungResult result) {
        List<RungResult> known = results.get(result.trial());
        if (known == null) {
            throw new IllegalStateException(
                    "trial " + result.trial() + " must be recorded before its result is");
        }
        if (result(result.trial(), result.rung()).isPresent()) {
            throw new IllegalStateException(
                    "trial " + result.trial() + " has a result on rung " + result.rung() + " already");
        }
        tables.add(result);
        known.add(result);
    }
}
