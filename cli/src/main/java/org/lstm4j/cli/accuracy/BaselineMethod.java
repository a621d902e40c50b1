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
    public boolean isAffordable(int windows) {
        return windows <= mostWindows;
    }

    @Override
    public FittedMethod fit(Task task) {
        return new Fitted(task, ofSeason.apply(task.protocol().season()));
    }

    private record Fitted(Task task, Baseline baseline) implements FittedMethod {

        @Override
        public double[] point(JudgedWindow window) {
            return baseline.forecast(task.values(window.series(), window.target()), window.origin(),
                    task.protocol().horizon());
        }

        @Override
        public Optional<QuantileForecast> quantiles(JudgedWindow window) {
            if (!(baseline instanceof QuantileBaseline withQuantiles)) {
                return Optional.empty();
            }
            double[] levels = IntervalAccumulator.levels();
            double[][] quantiles = withQuantiles.quantiles(task.values(window.series(), window.target()),
                    window.origin(), task.protocol().horizon(), levels);
            return Optional.of(new QuantileForecast(levels, quantiles, point(window)));
        }
    }
}
