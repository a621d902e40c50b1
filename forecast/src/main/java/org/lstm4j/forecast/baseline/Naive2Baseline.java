package org.lstm4j.forecast.baseline;

import java.util.Arrays;
import java.util.Optional;
import org.lstm4j.forecast.season.SeasonalAdjustment;

/// Naive2 of the M4 competition: the last value of the seasonally adjusted history, with the season put back. The bar that the
/// competition's measure OWA divides by.
///
/// The season is taken out where the competition's test finds it, by multiplicative indices; see [SeasonalAdjustment] for the
/// test, for missing values, and for values that are not positive. Where it finds none this is the naive forecast.
///
/// @param season steps in a season m, at least 1; 1 when there is none
public record Naive2Baseline(int season) implements Baseline {

    public Naive2Baseline {
        History.checkSeason(season);
    }

    @Override
    public String name() {
        return "naive2";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        History.check(values, steps, horizon);
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, steps, season);
        double[] adjusted = adjustment.adjusted();
        double[] forecast = new double[horizon];
        Arrays.fill(forecast, adjusted.length == 0 ? Double.NaN : adjusted[adjusted.length - 1]);
        adjustment.restore(forecast);
        return forecast;
    }

    @Override
    public Optional<String> remark(int steps) {
        return History.remarkOnSeason("naive2", steps, season);
    }
}
