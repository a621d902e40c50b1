package org.lstm4j.tune.study;

import org.lstm4j.json.JsonValue.JsonObject;

/// What came of a training run.
///
/// @param task what it was to learn
/// @param training how that went
/// @param evaluation how the model does
/// @param weightsSha256 by which two runs can be compared, 64 hexadecimal digits
/// @param parameters how many weights the network has
public record RunResult(
        RunTask task, RunTraining training, RunEvaluation evaluation, String weightsSha256, long parameters) {

    public RunResult {
        Checks.requireSha256("weights", weightsSha256);
        Checks.requireAtLeast(0, "parameters", parameters);
    }

    /// Whether the errors of both can be compared: they foretell the same, over as many windows of the same data.
    public boolean isJudgedLike(RunResult other) {
        return task.isLike(other.task) && evaluation.windows() == other.evaluation.windows();
    }

    /// The members that the command line's `train --json` has.
    public JsonObject toJson() {
        return RunJson.write(this);
    }
}
