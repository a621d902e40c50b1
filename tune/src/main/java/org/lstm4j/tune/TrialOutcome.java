package org.lstm4j.tune;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// A trial that is over, and what it came to. Immutable.
///
/// @param trial what was tried
/// @param state how it ended
/// @param results of the rungs it was on, from the first; at least one
public record TrialOutcome(Trial trial, TrialState state, List<RungResult> results) {

    public TrialOutcome {
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("trial " + trial.number() + " has been on no rung");
        }
    }

    /// What a trial with these results has come to.
    ///
    /// @param rungs how many there are
    static TrialOutcome of(Trial trial, List<RungResult> results, int rungs) {
        if (results.getLast().score().failed()) {
            return new TrialOutcome(trial, TrialState.FAILED, results);
        }
        return new TrialOutcome(trial, results.size() == rungs ? TrialState.COMPLETE : TrialState.PRUNED, results);
    }

    public int number() {
        return trial.number();
    }

    /// The highest rung it was on, from 0.
    public int rung() {
        return results.size() - 1;
    }

    /// Its error on the highest rung it was on; infinite where it failed.
    public double error() {
        return results.getLast().score().error();
    }

    /// Its errors on all rungs it was on, from the first.
    public List<Double> errors() {
        return results.stream().map(result -> result.score().error()).toList();
    }

    /// Number, configuration, state, and the scores by rung, infinite errors as null. Times are left out, so that a repeated study has the
    /// same JSON.
    public JsonObject toJson() {
        return JsonValue.object()
                .put("number", number())
                .put("configuration", trial.configuration().values())
                .put("state", switch (state) {
                    case COMPLETE -> "complete";
                    case PRUNED -> "pruned";
                    case FAILED -> "failed";
                })
                .put("scores", new JsonArray(results.stream().<JsonValue>map(result -> score(result.score())).toList()))
                .build();
    }

    private static JsonObject score(Score score) {
        return JsonValue.object().put("error", score.error()).put("details", score.details()).build();
    }
}
