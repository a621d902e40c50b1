package org.lstm4j.forecast;

import java.util.List;

/// What is foretold of one target of one series, in its own unit.
///
/// @param series the series' name, empty when there is only one
/// @param target the column
/// @param timeline step 0 is the first step foretold
/// @param mean the point forecast of each step, `[horizon]`
public record Forecast(String series, String target, Timeline timeline, List<Double> mean) {

    public Forecast {
        mean = List.copyOf(mean);
    }

    /// Steps ahead.
    public int horizon() {
        return mean.size();
    }
}
