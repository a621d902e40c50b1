package org.lstm4j.tune.study;

import org.lstm4j.json.JsonValue.JsonObject;

/// A training run as a study file has it.
///
/// @param id its number in the file, from 1, in the order in which runs were kept
public record StoredRun(int id, RunLabel label, RunResult result) {

    public StoredRun {
        Checks.requireAtLeast(1, "the id of a run", id);
    }

    /// `id`, `name`, `made`, `lstm4j`, `model` and the members of [RunResult#toJson].
    public JsonObject toJson() {
        return RunJson.write(this);
    }
}
