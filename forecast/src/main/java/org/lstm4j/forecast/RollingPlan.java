package org.lstm4j.forecast;

/// How settings are judged by rolling validation.
///
/// @param folds how often a model is trained and judged, at least 1
/// @param mostJudgedWindows windows that each fold is judged on at most, spread evenly over the blocks of all series, at least 1
public record RollingPlan(int folds, int mostJudgedWindows) {

    public RollingPlan {
        requireAtLeastOne("folds", folds);
        requireAtLeastOne("judged windows", mostJudgedWindows);
    }

    /// Three folds, each judged on up to 96 windows. Neighbouring windows share most of their steps, so that more of them say little more,
    /// and judging them after every epoch would take as long as training does where it is thinned.
    public static RollingPlan standard() {
        return new RollingPlan(3, 96);
    }

    public RollingPlan withFolds(int other) {
        return new RollingPlan(other, mostJudgedWindows);
    }

    public RollingPlan withMostJudgedWindows(int other) {
        return new RollingPlan(folds, other);
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
        }
    }
}
