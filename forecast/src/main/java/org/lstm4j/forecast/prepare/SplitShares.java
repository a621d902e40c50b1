package org.lstm4j.forecast.prepare;

/// Which shares of the data are kept from training, each in [0, 1), together below 1.
///
/// @param validation for early stopping and choices
/// @param calibration for intervals; 0 when none are asked for
/// @param test for the final judgement; the latest steps
/// @param shuffled whether windows are dealt out at random and not by time: only for samples that do not depend on each other,
///        because neighbouring windows of one series share most of their steps
public record SplitShares(double validation, double calibration, double test, boolean shuffled) {

    public SplitShares {
        requireShare("validation", validation);
        requireShare("calibration", calibration);
        requireShare("test", test);
        if (validation + calibration + test >= 1) {
            throw new IllegalArgumentException(
                    "validation " + validation + " + calibration " + calibration + " + test " + test
                            + " must leave something to train on: together below 1");
        }
    }

    /// A tenth to validate, a fifth to test, by time.
    public static SplitShares standard() {
        return new SplitShares(0.1, 0, 0.2, false);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " share must be in [0, 1), but was " + share);
        }
    }
}
