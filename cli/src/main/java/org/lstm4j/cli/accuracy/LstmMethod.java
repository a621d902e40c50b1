package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.forecast.prepare.PreparedSeries;

/// Our LSTM, trained on all series and targets together with the settings of [LstmRule].
///
/// @param rule what the settings are
/// @param compute what it is computed with; results do not depend on it
public record LstmMethod(LstmRule rule, Compute compute) implements AccuracyMethod {

    /// Its name.
    public static final String NAME = "lstm";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FittedMethod fit(Task task) {
        TrainedForecaster trained = new ForecastTrainer(rule.settings(task), compute).train(task.series());
        return new Fitted(task, trained, compute);
    }

    /// Foretells all targets of an origin at once and keeps them until the next origin.
    private static final class Fitted implements FittedMethod {

        private final Task task;
        private final TrainedForecaster trained;
        private final Compute compute;
        private final List<PreparedSeries> prepared = new ArrayList<>();
        private int series = -1;
        private int origin = -1;
        private List<Forecast> forecasts = List.of();

        Fitted(Task task, TrainedForecaster trained, Compute compute) {
            this.task = task;
            this.trained = trained;
            this.compute = compute;
            Forecaster forecaster = trained.forecaster();
            task.series().forEach(one -> prepared.add(forecaster.prepare(one)));
        }

        @Override
        public double[] point(JudgedWindow window) {
            if (window.series() != series || window.origin() != origin) {
                series = window.series();
                origin = window.origin();
                forecasts = trained.forecaster().forecastAt(prepared.get(series), origin, task.protocol().horizon(),
                        compute);
            }
            return forecasts.get(window.target()).mean().stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public String settings() {
            ForecastSettings settings = trained.settings();
            return String.format(Locale.ROOT,
                    "%s, lookback %d, hidden %d, dropout %s, window scaling %s, skip %s, loss %s, adam %s %s, batch"
                            + " %d, epoch %d kept of %d (at most %d), seed %d",
                    settings.network().architecture().label(), trained.forecaster().window().lookback(),
                    settings.network().hidden(), Double.toString(settings.network().dropout()),
                    settings.windowScaling().label(), settings.skip().label(),
                    settings.optimization().loss().name(),
                    Double.toString(settings.optimization().optimizer().learningRate()),
                    settings.optimization().schedule().label(), settings.optimization().batchSize(),
                    trained.history().bestEpoch(), trained.history().epochs().size(),
                    settings.optimization().epochs(), settings.optimization().seed());
        }
    }
}
