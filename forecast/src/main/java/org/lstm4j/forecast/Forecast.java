package org.lstm4j.forecast;

import java.util.Collections;
import java.util.List;

/// What is foretold of one target of one series, in its own unit.
///
/// @param series the series' name, empty when there is only one
/// @param target the column
/// @param timeline step 0 is the first step foretold
/// @param mean the point forecast of each step, `[horizon]`
/// @param levels of the quantiles, rising; empty where the model gives none
/// @param quantiles what the target lies below with the probability of the level, `[horizon][levels]`; NaN where it is not known, which
///        is so [beyond the trained horizon][ExtendedForecast]
public record Forecast(String series, String target, Timeline timeline, List<Double> mean, List<Double> levels,
        List<List<Double>> quantiles) {

    public Forecast {
        mean = List.copyOf(mean);
        levels = List.copyOf(levels);
        quantiles = quantiles.stream().map(List::copyOf).toList();
        if (quantiles.size() != mean.size()) {
            throw new IllegalArgumentException("there are " + mean.size() + " steps, but quantiles of "
                    + quantiles.size());
        }
    }

    /// Without quantiles.
    static Forecast of(String series, String target, Timeline timeline, List<Double> mean) {
        return new Forecast(series, target, timeline, mean, List.of(), Collections.nCopies(mean.size(), List.of()));
    }

    /// Steps ahead.
    public int horizon() {
        return mean.size();
    }
}
