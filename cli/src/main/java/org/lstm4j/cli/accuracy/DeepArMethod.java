package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.deepar.DeepAr;
import org.lstm4j.forecast.deepar.DeepArOrigin;
import org.lstm4j.forecast.deepar.DeepArSeries;
import org.lstm4j.forecast.deepar.DeepArSettings;
import org.lstm4j.forecast.deepar.DeepArTrainer;
import org.lstm4j.forecast.deepar.SamplePaths;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// DeepAR: one autoregressive LSTM for all series and targets, which draws paths. It reads the calendar where steps have a time, and no
/// other column.
///
/// Squared errors are those of the mean of its paths, absolute ones those of their median.
///
/// @param rule what the settings for a task are, as of [DeepArRule]
/// @param compute what it is computed with; results do not depend on it
public record DeepArMethod(Function<Task, DeepArSettings> rule, Compute compute) implements AccuracyMethod {

    /// Its name.
    static final String NAME = "deepar";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.LSTM;
    }

    @Override
    public Optional<String> reasonAgainst(Task task) {
        return ManyWindows.reasonAgainst(task, ManyWindows.FEW);
    }

    @Override
    public FittedMethod fit(Task task) {
        DeepArSettings settings = rule.apply(task);
        List<DeepArSeries> known = new ArrayList<>();
        for (TargetOfSeries one : task.targets()) {
            known.add(series(task, one.series(), one.target(), task.known(one.series(), one.target())));
        }
        BestEpoch epochs = new BestEpoch();
        DeepAr model = new DeepArTrainer(settings, compute).train(known, epochs);
        return new Fitted(task, settings, epochs, model, compute);
    }

    /// @param values up to the test part, or all
    private static DeepArSeries series(Task task, int index, int target, double[] values) {
        return DeepArSeries.of(task.name(index, target), values).withKnown(calendar(task, index));
    }

    /// What the calendar says of all steps; nothing where they have no time. `[features][steps]`
    private static double[][] calendar(Task task, int index) {
        TimeSeries series = task.series().get(index);
        if (!series.timeline().hasTime()) {
            return new double[0][];
        }
        List<CalendarFeature> features = CalendarFeature.forFrequency(task.frequency(), task.trainingSteps());
        double[][] known = new double[features.size()][series.steps()];
        for (int step = 0; step < series.steps(); step++) {
            for (int feature = 0; feature < known.length; feature++) {
                known[feature][step] = features.get(feature).value(series.timeline().at(step));
            }
        }
        return known;
    }

    private record Fitted(Task task, DeepArSettings chosen, BestEpoch epochs, DeepAr model, Compute compute)
            implements
                FittedMethod {

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            List<DeepArOrigin> origins = new ArrayList<>();
            for (JudgedWindow window : windows) {
                double[] values = task.values(window.series(), window.target());
                origins.add(new DeepArOrigin(series(task, window.series(), window.target(), values),
                        window.origin()));
            }
            List<WindowForecast> all = new ArrayList<>();
            for (SamplePaths paths : model.paths(origins, task.protocol().horizon(), chosen.training().seed(),
                    compute)) {
                all.add(forecast(paths));
            }
            return all;
        }

        private WindowForecast forecast(SamplePaths paths) {
            double[] levels = IntervalAccumulator.levels();
            return WindowForecast.ofDistribution(levels, paths.quantiles(levels)).withMean(paths.mean());
        }

        @Override
        public String settings() {
            return String.format(Locale.ROOT,
                    "%s, context %d, %d lags up to %d, %d layers of %d, dropout %s, adam %s halved on a plateau, %s (at"
                            + " most %d) of %d batches of %d, patience %d, %d paths, seed %d",
                    chosen.likelihood().name(), chosen.context(), chosen.lags().size(), chosen.lags().getLast(),
                    chosen.network().layers(), chosen.network().units(), Double.toString(chosen.network().dropout()),
                    Double.toString(chosen.training().learningRate()), epochs.words(), chosen.training().epochs(),
                    chosen.training().batchesPerEpoch(), chosen.training().batchSize(), chosen.training().patience(),
                    chosen.paths(), chosen.training().seed());
        }
    }
}
