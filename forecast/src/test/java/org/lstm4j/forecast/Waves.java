package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.tensor.Tensor;

/// Hourly series and settings so small that a fold takes a moment.
final class Waves {

    private Waves() {}

    /// A day's wave around 100, with a second wave of another period on top.
    static TimeSeries hours(int hours) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = 100 + 20 * StrictMath.sin(hour * 2 * Math.PI / 24) + 7 * StrictMath.sin(hour * 0.17);
        }
        return series("", load);
    }

    static TimeSeries series(String name, double... load) {
        return HourlyLoad.of(name, load);
    }

    static TimeSeries named(String name, TimeSeries series, double factor) {
        return series(name, Arrays.stream(series.column("load")).map(value -> value * factor).toArray());
    }

    /// The same up to a step, something else from there on.
    static TimeSeries changedFrom(int step, TimeSeries series) {
        return HourlyLoad.changedFrom(step, 5000, series);
    }

    /// Four hours ahead by 6 units, from 8 hours back; a tenth validates, a tenth calibrates, a fifth tests.
    static ForecastSettings settings(int epochs) {
        return ForecastSettings.horizon(4, "load")
                .withLookback(OptionalInt.of(8))
                .withNetwork(new NetworkSettings(6, 1, false, 0, 0, Initialization.KERAS))
                .withOptimization(OptimizationSettings.standard().withEpochs(epochs))
                .withSplit(new SplitShares(0.1, 0.1, 0.2, false));
    }

    /// A mean squared error that is NaN after so many training batches, all fits together.
    static Loss diverging(int batches) {
        MeanSquaredError error = new MeanSquaredError();
        AtomicInteger gradients = new AtomicInteger();
        return new Loss() {
            @Override
            public String name() {
                return "diverging";
            }

            @Override
            public double value(Tensor prediction, Tensor target) {
                return gradients.get() >= batches ? Double.NaN : error.value(prediction, target);
            }

            @Override
            public void gradient(Tensor prediction, Tensor target, Tensor gradient) {
                gradients.incrementAndGet();
                error.gradient(prediction, target, gradient);
            }
        };
    }
}
