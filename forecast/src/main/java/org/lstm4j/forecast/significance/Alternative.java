package org.lstm4j.forecast.significance;

/// What is believed if equal skill is not. Settle it before looking at the errors: a side chosen afterwards halves the
/// p-value without reason.
public enum Alternative {
    /// One is better, whichever: the two-sided test.
    DIFFERENT,
    /// The first forecast errs less than the second.
    FIRST_BETTER,
    /// The second forecast errs less than the first.
    SECOND_BETTER;

    /// The p-value of a statistic that is large when the first errs more.
    ///
    /// @param upToIt probability of so small a statistic or a smaller one, under equal skill
    /// @param fromIt probability of so large a statistic or a larger one, under equal skill
    double pValue(double upToIt, double fromIt) {
        return switch (this) {
            case DIFFERENT -> Math.min(1, 2 * Math.min(upToIt, fromIt));
            case FIRST_BETTER -> upToIt;
            case SECOND_BETTER -> fromIt;
        };
    }
}
