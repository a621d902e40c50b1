package org.lstm4j.forecast.prepare;

import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// How a series is cut into samples: `lookback` steps in, the next `horizon` steps as target.
///
/// A window is named by its **origin**, the step of its first target: it reads steps origin − lookback … origin − 1 and
/// foretells origin … origin + horizon − 1.
///
/// @param lookback steps the model sees, at least 1
/// @param horizon steps it must foretell, at least 1
public record WindowSpec(int lookback, int horizon) {

    public WindowSpec {
        requireAtLeastOne("lookback", lookback);
        requireAtLeastOne("horizon", horizon);
    }

    /// Steps a series needs for one window.
    public int steps() {
        return lookback + horizon;
    }

    /// Checks that a part of a series has room for a window.
    ///
    /// @param what the part: `series 'A'`, `the training part of the series`
    /// @param available its steps
    /// @param largestHorizon the largest horizon that the whole series has room for, 0 when there is none
    /// @throws DataException when it has not, naming the largest lookback or horizon that would work
    public void requireRoom(String what, int available, int largestHorizon) {
        if (available < steps()) {
            throw new DataException(new Problem(
                    what + " has " + available + " steps",
                    "lookback " + lookback + " + horizon " + horizon + " = " + steps() + " steps at least",
                    available + " steps",
                    fix(available - horizon, largestHorizon)));
        }
    }

    private static String fix(int largestLookback, int largestHorizon) {
        if (largestLookback >= 1) {
            return "use --lookback " + largestLookback + " or less";
        }
        return largestHorizon >= 1
                ? "use --horizon " + largestHorizon + " or less, or bring more data"
                : "bring more data";
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 step, but was " + value);
        }
    }
}
