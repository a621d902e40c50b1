package org.lstm4j.forecast.baseline;

import java.util.Optional;

/// The value one season earlier: the last observed value of the same place in
/// the season. A place never observed gets the last observed value of all.
///
/// With a season of 1, or a history shorter than a season, this is
/// [NaiveBaseline], and [#remark] says so.
///
/// @param season steps in a season m, at least 1: 24 for hourly values with a daily pattern
public record SeasonalNaiveBaseline(int season) implements QuantileBaseline {

    public SeasonalNaiveBaseline {
        History.checkSeason(season);
    }

    @Override
    public String name() {
        return "seasonal_naive";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        double[] forecast = new NaiveBaseline().forecast(values, steps, horizon);
        if (steps < season) {
            return forecast;
        }
        for (int step = 0; step < Math.min(season, horizon); step++) {
            int samePlace = History.lastObserved(values, steps - season + step, season);
            if (samePlace >= 0) {
                forecast[step] = values[samePlace];
            }
        }
        for (int step = season; step < horizon; step++) {
            forecast[step] = forecast[step - season];
        }
        return forecast;
    }

    @Override
    public double[][] quantiles(double[] values, int steps, int horizon, double[] levels) {
        return WalkQuantiles.around(forecast(values, steps, horizon), values, steps, steps < season ? 1 : season,
                levels);
    }

    @Override
    public Optional<String> remark(int steps) {
        if (season == 1) {
            return Optional.of("no season is known, so seasonal naive is the naive forecast");
        }
        if (steps < season) {
            return Optional.of("a history of " + steps + " steps is shorter than the season of " + season
                    + ", so seasonal naive is the naive forecast there");
        }
        return Optional.empty();
    }
}
