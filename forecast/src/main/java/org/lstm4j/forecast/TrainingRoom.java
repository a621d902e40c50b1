package org.lstm4j.forecast;

import java.util.OptionalInt;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSpec;

/// Checks that the training part of a series has room for a window, and says what would have room.
///
/// @param settings whose horizon, lookback and shares are asked about
record TrainingRoom(ForecastSettings settings) {

    /// @throws DataException when there is no room; its remedy is the largest lookback or horizon that works, or else the least
    ///         number of steps that does
    void require(String series, int steps, WindowSpec window) {
        int room = trainingSteps(steps, window.horizon());
        if (room >= window.steps()) {
            return;
        }
        throw new DataException(new Problem(
                series + " has " + steps + " steps, which leaves " + room + " to train on",
                "lookback " + window.lookback() + " + horizon " + window.horizon() + " = " + window.steps()
                        + " steps to train on, beside the validation and test parts",
                room + " steps",
                remedy(steps, window, room)));
    }

    private String remedy(int steps, WindowSpec window, int room) {
        int lookback = room - window.horizon();
        if (lookback >= 1) {
            return "use --lookback " + lookback + " or less";
        }
        OptionalInt horizon = largestHorizon(steps, window.horizon(), window.lookback());
        if (horizon.isPresent()) {
            return "use --horizon " + horizon.getAsInt() + " or less";
        }
        return "bring at least " + leastSteps(window) + " steps" + withShorterLookback(steps, window.horizon());
    }

    private String withShorterLookback(int steps, int horizon) {
        OptionalInt shorter = largestHorizon(steps, horizon, 1);
        if (shorter.isEmpty()) {
            return "";
        }
        int largest = shorter.getAsInt();
        return ", or use --horizon " + largest + " --lookback " + (trainingSteps(steps, largest) - largest)
                + " or less";
    }

    private OptionalInt largestHorizon(int steps, int tooLong, int lookback) {
        for (int horizon = Math.min(tooLong - 1, steps); horizon >= 1; horizon--) {
            if (trainingSteps(steps, horizon) >= lookback + horizon) {
                return OptionalInt.of(horizon);
            }
        }
        return OptionalInt.empty();
    }

    /// Parts grow with the series, so the first length that has room is found by doubling and then halving the distance.
    private int leastSteps(WindowSpec window) {
        int enough = window.steps();
        while (trainingSteps(enough, window.horizon()) < window.steps()) {
            enough = Math.multiplyExact(enough, 2);
        }
        int tooFew = window.steps() - 1;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            if (trainingSteps(middle, window.horizon()) < window.steps()) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private int trainingSteps(int steps, int horizon) {
        return TimeSplit.of(steps, horizon, settings.split()).trainEnd();
    }
}
