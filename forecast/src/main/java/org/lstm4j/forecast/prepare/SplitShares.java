package org.lstm4j.forecast.prepare;

/// How much of the data is kept from training: each part in [0, 1) is a share, and from 1 on a whole number of steps.
///
/// `0.1` keeps a tenth of each series, `48` its last 48 steps whatever its length. Shares are together below 1; whether steps leave
/// something to train on depends on the series.
///
/// @param validation for early stopping and choices
/// @param calibration for intervals; 0 when none are asked for
/// @param test for the final judgement; the latest steps
/// @param shuffled whether windows are dealt out at random and not by time: only for samples that do not depend on each other,
///        because neighbouring windows of one series share most of their steps; takes shares alone
public record SplitShares(double validation, double calibration, double test, boolean shuffled) {

    public SplitShares {
        requirePart("validation", validation, shuffled);
        requirePart("calibration", calibration, shuffled);
        requirePart("test", test, shuffled);
        if (ofShare(validation) + ofShare(calibration) + ofShare(test) >= 1) {
            throw new IllegalArgumentException(
                    "validation " + validation + " + calibration " + calibration + " + test " + test
                            + " must leave something to train on: shares together below 1");
        }
    }

    /// A tenth to validate, a fifth to test, by time.
    public static SplitShares standard() {
        return new SplitShares(0.1, 0, 0.2, false);
    }

    /// Whole numbers of steps, by time.
    public static SplitShares ofSteps(int validation, int calibration, int test) {
        return new SplitShares(validation, calibration, test, false);
    }

    /// The same without a test part.
    public SplitShares withoutTest() {
        return new SplitShares(validation, calibration, 0, shuffled);
    }

    /// Whether a part is a number of steps rather than a share.
    public static boolean isSteps(double part) {
        return part >= 1;
    }

    private static double ofShare(double part) {
        return isSteps(part) ? 0 : part;
    }

    private static void requirePart(String name, double part, boolean shuffled) {
        boolean steps = isSteps(part) && part <= Integer.MAX_VALUE && part == Math.rint(part);
        if (!steps && !(part >= 0 && part < 1)) {
            throw new IllegalArgumentException(
                    name + " must be a share in [0, 1) or a whole number of steps from 1 on, but was " + part);
        }
        if (steps && shuffled) {
            throw new IllegalArgumentException(name + " is " + (int) part
                    + " steps, but windows that are dealt out at random are counted in shares, such as 0.1");
        }
    }
}
