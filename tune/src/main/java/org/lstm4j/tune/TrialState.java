package org.lstm4j.tune;

/// How a trial ended.
public enum TrialState {

    /// It climbed all rungs.
    COMPLETE,

    /// It was stopped on a lower rung, where others were better.
    PRUNED,

    /// It has no error, as where a training diverged.
    FAILED
}
