package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.prepare.RollingFolds;

/// What the first fold of rolling validation has to train on, in the series where it is least.
///
/// @param series that series, with all its steps
/// @param trainingSteps its steps before the first block
/// @param settings whose horizon and shares decide it
record RollingRoom(TimeSeries series, int trainingSteps, ForecastSettings settings, int folds) {

    static RollingRoom of(List<TimeSeries> all, ForecastSettings settings, int folds) {
        RollingRoom tightest = of(all.getFirst(), settings, folds);
        for (TimeSeries other : all) {
            RollingRoom room = of(other, settings, folds);
            tightest = room.trainingSteps < tightest.trainingSteps ? room : tightest;
        }
        return tightest;
    }

    private static RollingRoom of(TimeSeries series, ForecastSettings settings, int folds) {
        return new RollingRoom(series, trainingSteps(series.steps(), settings, folds), settings, folds);
    }

    private static int trainingSteps(int steps, ForecastSettings settings, int folds) {
        return RollingFolds.of(steps, settings.horizon(), settings.split(), folds).getFirst().trainEnd();
    }

    /// The largest lookback that leaves a window to train on; below 1 where none does.
    int longestLookback() {
        return trainingSteps - settings.horizon();
    }

    /// @param what whose length it is: `the lookback`
    void require(String what, int lookback) {
        if (lookback <= longestLookback()) {
            return;
        }
        requireAnyLookback();
        int needed = lookback + settings.horizon();
        throw new DataException(new Problem(
                what + " is " + lookback + ", but " + firstFold() + " has " + trainingSteps + " steps of "
                        + TrainingSeries.nameOf(series) + " to train on",
                "lookback " + lookback + " + horizon " + settings.horizon() + " = " + needed + " steps to train on",
                trainingSteps + " of " + series.steps() + " steps",
                "use " + longestLookback() + " or less"));
    }

    void requireAnyLookback() {
        if (longestLookback() >= 1) {
            return;
        }
        int least = settings.horizon() + 1;
        throw new DataException(new Problem(
                TrainingSeries.nameOf(series) + " has " + series.steps() + " steps, which leaves " + trainingSteps
                        + " to train on in " + firstFold(),
                "lookback 1 + horizon " + settings.horizon() + " = " + least + " steps to train on at least",
                trainingSteps + " steps",
                "bring at least " + leastSteps(least) + " steps, or use "
                        + (folds > 1 ? "fewer folds or a shorter horizon" : "a shorter horizon")));
    }

    private String firstFold() {
        return folds == 1 ? "the only fold" : "the first of " + folds + " folds";
    }

    private int leastSteps(int training) {
        int steps = series.steps();
        while (trainingSteps(steps, settings, folds) < training) {
            steps++;
        }
        return steps;
    }
}
