package org.lstm4j.forecast.prepare;

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

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 step, but was " + value);
        }
    }
}
