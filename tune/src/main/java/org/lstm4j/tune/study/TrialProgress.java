package org.lstm4j.tune.study;

/// How far a trial has come.
public enum TrialProgress {
    /// It has no result yet.
    PROPOSED,
    /// It has results, but not on the last rung: it was given up, or its turn comes again.
    TRIED,
    /// It has climbed all rungs.
    COMPLETE,
    /// It has no error to speak of, as after a training that diverged.
    FAILED
}
