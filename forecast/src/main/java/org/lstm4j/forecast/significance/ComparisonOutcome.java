package org.lstm4j.forecast.significance;

/// Whether a comparison came to a p-value, or why not.
public enum ComparisonOutcome {
    /// There is a p-value.
    TESTED,
    /// Too few differences to tell anything.
    TOO_FEW,
    /// The two err alike everywhere.
    NO_DIFFERENCE,
    /// One errs less by the same amount everywhere, which leaves nothing that chance could be measured by.
    NO_SPREAD
}
