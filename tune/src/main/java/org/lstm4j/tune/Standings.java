package org.lstm4j.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All results of a search so far, by trial and by rung.
final class Standings {

    private final NavigableMap<Integer, List<RungResult>> byTrial = new TreeMap<>();
    private final List<NavigableMap<Integer, Double>> errorsByRung = new ArrayList<>();

    Standings(int rungs) {
        for (int rung = 0; rung < rungs; rung++) {
            errorsByRung.add(new TreeMap<>());
        }
    }

    /// Adds the result of a trial on the rung after its last one.
    void add(RungResult result) {
        List<RungResult> results = byTrial.computeIfAbsent(result.trial(), _ -> new ArrayList<>());
        if (result.rung() != results.size()) {
            throw new IllegalStateException(
                    "trial " + result.trial() + " is on rung " + result.rung() + " without the ones below");
        }
        results.add(result);
        errorsByRung.get(result.rung()).put(result.trial(), result.score().error());
    }

    /// The results of a trial from the first rung on.
    List<RungResult> of(Trial trial) {
        return byTrial.getOrDefault(trial.number(), List.of());
    }

    /// How many rungs a trial has been on.
    int height(Trial trial) {
        return of(trial).size();
    }

    boolean hasFailed(Trial trial) {
        return height(trial) > 0 && of(trial).getLast().score().failed();
    }

    /// The errors on a rung by trial number.
    NavigableMap<Integer, Double> errors(int rung) {
        return errorsByRung.get(rung);
    }
}
