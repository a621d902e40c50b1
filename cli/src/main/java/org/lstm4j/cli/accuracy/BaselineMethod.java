package org.lstm4j.cli.accuracy;

import java.util.Optional;
import java.util.function.IntFunction;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.baseline.QuantileBaseline;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// A baseline that forecasts from the whole history before a window, with nothing to fit.
///
/// @param name its name
/// @param ofSeason makes the baseline for a season of that many steps
/// @param mostWindows windows beyond which it takes too long
public record BaselineMethod(String name, IntFunction<Baseline> ofSeason, int mostWindows) implements AccuracyMethod {

    @Override
    public Optional<String> reasonAgainst(Task task) {
        return ManyWindows.reasonAgainst(task, mostWindows);
    }

    @Override
    public FittedMethod fit(Task task) {
        return new Fitted(task, ofSeason.apply(task.protocol().season()));
    }

    private record Fitted(Task task, Baseline baseline) implements WindowByWindow {

        @Override
        public WindowForecast forecastOne(JudgedWindow window) {
            double[] values = task.values(window.series(), window.target());
            int horizon = task.protocol().horizon();
            double[] point = baseline.forecast(values, window.origin(), horizon);
            if (!(baseline instanceof QuantileBaseline withQuantiles)) {
                return WindowForecast.of(point);
            }
            double[] levels = IntervalAccumulator.levels();
            return WindowForecast.of(new QuantileForecast(
                    levels, withQuantiles.quantiles(values, window.origin(), horizon, levels), point));
        }
    }
}
