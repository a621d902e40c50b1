package org.lstm4j.tune;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;

/// All that a search for settings came to. Immutable.
///
/// A study of n trials is how every longer study of the same search begins.
///
/// @param rungs how many there were to climb
/// @param trials numbered from 1 without a gap; the first is that of the defaults
public record Study(int rungs, List<TrialOutcome> trials) {

    public Study {
        trials = List.copyOf(trials);
        for (int index = 0; index < trials.size(); index++) {
            if (trials.get(index).number() != index + 1) {
                throw new IllegalArgumentException(
                        "trial " + (index + 1) + " is missing; trial " + trials.get(index).number()
                                + " is in its place");
            }
        }
    }

    /// The complete trial with the smallest error, the earliest of equal ones; empty when every trial failed.
    public Optional<TrialOutcome> best() {
        return trials.stream().filter(Study::isComplete).min(Comparator.comparingDouble(TrialOutcome::error));
    }

    private static boolean isComplete(TrialOutcome trial) {
        return trial.state() == TrialState.COMPLETE;
    }

    /// The smallest error of a complete trial up to each trial, by trial; infinite before there is one.
    public double[] bestSoFar() {
        double[] curve = new double[trials.size()];
        double best = Double.POSITIVE_INFINITY;
        for (int index = 0; index < curve.length; index++) {
            TrialOutcome trial = trials.get(index);
            if (isComplete(trial)) {
                best = Math.min(best, trial.error());
            }
            curve[index] = best;
        }
        return curve;
    }

    /// By what share of the defaults' error the best trial's is smaller: 0.2 is a fifth less, 0 no gain. Empty where the defaults failed or
    /// have no error above 0.
    public OptionalDouble gain() {
        if (trials.isEmpty() || !isComplete(trials.getFirst()) || trials.getFirst().error() <= 0) {
            return OptionalDouble.empty();
        }
        double least = bestSoFar()[trials.size() - 1];
        return OptionalDouble.of(1 - least / trials.getFirst().error());
    }

    /// How many trials ended so.
    public int count(TrialState state) {
        return (int) trials.stream().filter(trial -> trial.state() == state).count();
    }

    /// Rungs, the best trial's number, the gain, the curve of the best so far, and all trials. The same for a repeated study.
    public JsonObject toJson() {
        return JsonValue.object()
                .put("rungs", rungs)
                .put("best", best().map(trial -> JsonValue.of((long) trial.number())).orElse(JsonNull.NULL))
                .put("gain", gain().isPresent() ? JsonValue.of(gain().getAsDouble()) : JsonNull.NULL)
                .put("bestSoFar", bestSoFar())
                .put("trials", new JsonArray(trials.stream().<JsonValue>map(TrialOutcome::toJson).toList()))
                .build();
    }
}
