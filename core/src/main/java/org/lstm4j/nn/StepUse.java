package org.lstm4j.nn;

/// What a layer makes of the steps of a sequence `[steps, …]`, once it is trained.
public enum StepUse {
    /// Every step by itself, all alike: dense layers, activations, normalisation over features.
    EACH_ALONE,
    /// The last step by itself, no other; the output has no steps.
    LAST_ALONE,
    /// All of them together, or their number: pooling, flattening.
    ALL
}
