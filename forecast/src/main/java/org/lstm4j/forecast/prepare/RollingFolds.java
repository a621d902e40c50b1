package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;

/// How a series is split for rolling validation: one split for each fold, in time order.
///
/// The steps before the calibration and test parts, those that [TimeSplit] calls training and validation, end in as many blocks as there
/// are folds, one after the other. A fold trains on everything before its block and is judged in it:
///
/// ```
/// fold 1   train train train train train | block
/// fold 2   train train train train train   train | block
/// fold 3   train train train train train   train   train | block ‖ calibration, test: never seen
/// ```
///
/// All blocks together are as long as the validation part, but at least `folds · horizon` steps, so that each has room for a window.
/// Thus even the first fold trains on as much as the final training does, where the series is long enough.
///
/// Source: rolling-origin evaluation, Tashman, Out-of-sample tests of forecasting accuracy, 2000.
public final class RollingFolds {

    private RollingFolds() {}

    /// The split of each fold. Its training part is what comes before the block, its validation part the block; the others are empty, and
    /// it has no steps beyond. Where a series is too short, the first training parts are.
    ///
    /// @param steps of the whole series
    /// @param horizon steps of a window's target
    /// @param folds at least 1
    public static List<TimeSplit> of(int steps, int horizon, SplitShares shares, int folds) {
        TimeSplit whole = TimeSplit.of(steps, horizon, shares);
        int end = whole.validationEnd();
        int judged = Math.min(end, Math.max(end - whole.trainEnd(), Math.multiplyExact(folds, horizon)));
        List<TimeSplit> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int from = blockAt(end, judged, fold, folds);
            int to = blockAt(end, judged, fold + 1, folds);
            splits.add(new TimeSplit(from, to, to, to));
        }
        return List.copyOf(splits);
    }

    private static int blockAt(int end, int judged, int fold, int folds) {
        return end - judged + (int) ((long) judged * fold / folds);
    }
}
