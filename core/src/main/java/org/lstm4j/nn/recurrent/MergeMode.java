package org.lstm4j.nn.recurrent;

/// What a bidirectional layer makes of the outputs of its two directions, forward a and backward b.
public enum MergeMode {
    /// a beside b: twice as many outputs.
    CONCATENATE,
    /// a + b
    SUM,
    /// a·b
    PRODUCT,
    /// (a + b) / 2
    AVERAGE
}
