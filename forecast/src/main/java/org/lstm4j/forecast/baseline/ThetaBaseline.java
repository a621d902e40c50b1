package org.lstm4j.forecast.baseline;

import java.util.Optional;
import org.lstm4j.forecast.season.SeasonalAdjustment;

/// The Theta method as the M4 competition's benchmark: the mean of a straight line and of simple exponential smoothing.
///
/// 1. The season is taken out where the competition's test finds it ([SeasonalAdjustment], also for missing values).
/// 2. Theta line 0 is the least-squares line through what is left, drawn on.
/// 3. Theta line 2 is twice the values less that line, forecast by [SimpleSmoothing].
/// 4. The forecast is their mean, with the season put back. Where no value of the history is negative, it is at least 0.
///
/// Source: Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16, 2000; `Theta.classic` in the organisers'
/// "Benchmarks and Evaluation.R". Cost: about 50 passes over the history.
///
/// @param season steps in a season m, at least 1; 1 when there is none
public record ThetaBaseline(int season) implements Baseline {

    private static final int LEAST_STEPS = 3;

    public ThetaBaseline {
        History.checkSeason(season);
    }

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        History.check(values, steps, horizon);
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, steps, season);
        double[] adjusted = adjustment.adjusted();
        if (adjusted.length < LEAST_STEPS) {
            return new NaiveBaseline().forecast(values, steps, horizon);
        }
        double[] forecast = ofAdjusted(adjusted, horizon);
        adjustment.restore(forecast);
        return forecast;
    }

    private static double[] ofAdjusted(double[] values, int horizon) {
        StraightLine line = StraightLine.through(values);
        double[] curved = new double[values.length];
        boolean negative = false;
        for (int step = 0; step < values.length; step++) {
            curved[step] = 2 * values[step] - line.at(step);
            negative |= values[step] < 0;
        }
        double level = SimpleSmoothing.of(curved).level();
        double[] forecast = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double mean = (level + line.at(values.length + step)) / 2;
            forecast[step] = negative ? mean : Math.max(0, mean);
        }
        return forecast;
    }

    @Override
    public Optional<String> remark(int steps) {
        return steps < LEAST_STEPS
                ? Optional.of("a history of " + steps + " steps is shorter than the " + LEAST_STEPS
                        + " of a straight line with a rest, so theta is the naive forecast there")
                : History.remarkOnSeason("theta", steps, season);
    }
}
