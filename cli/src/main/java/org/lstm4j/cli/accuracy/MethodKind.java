package org.lstm4j.cli.accuracy;

/// What a method is to a verdict.
public enum MethodKind {
    /// Ours, which is compared with the best baseline.
    LSTM,
    /// What ours has to beat.
    BASELINE
}
