package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.esrnn.EsRnn;
import org.lstm4j.forecast.esrnn.EsRnnSeries;
import org.lstm4j.forecast.esrnn.EsRnnSettings;
import org.lstm4j.forecast.esrnn.EsRnnTrainer;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.metrics.IntervalAccumulator;

/// ES-RNN: smoothing of each series and one network of dilated LSTM layers for all, trained together on all that is known before the
/// test part. Its point forecast is the median.
///
/// @param rule what the settings for a task are, as of [EsRnnRule]
/// @param compute what it is computed with; results do not depend on it
public record EsRnnMethod(Function<Task, EsRnnSettings> rule, Compute compute) implements AccuracyMethod {

    /// Its name.
    static final String NAME = "esrnn";

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
        if (task.protocol().windows() != WindowRule.LAST) {
            return Optional.of("it foretells the end of each series, and here many windows of a series are judged");
        }
        if (task.series().size() < 2) {
            return Optional.of("it learns from many series, and here is one");
        }
        int least = rule.apply(task).windows().inputSize() + 1;
        return task.targets().stream()
                .flatMap(one -> reasonAgainst(task.name(one.series(), one.target()),
                        task.known(one.series(), one.target()), least).stream())
                .findFirst();
    }

    private static Optional<String> reasonAgainst(String name, double[] known, int least) {
        int observed = 0;
        for (double value : known) {
            if (value <= 0) {
                return Optional.of("it takes logarithms, and '" + name + "' has the value " + value);
            }
            observed += Double.isNaN(value) ? 0 : 1;
        }
        return observed >= least
                ? Optional.empty()
                : Optional.of("it needs " + least + " values of each series, and '" + name + "' has " + observed);
    }

    @Override
    public FittedMethod fit(Task task) {
        EsRnnSettings settings = rule.apply(task);
        List<EsRnnSeries> known = task.targets().stream()
                .map(one -> new EsRnnSeries(task.name(one.series(), one.target()),
                        task.known(one.series(), one.target())))
                .toList();
        EsRnn model = new EsRnnTrainer(settings, compute).train(known, SmoothedForm.LOGARITHM, _ -> {});
        return new Fitted(task, settings, model, compute);
    }

    private record Fitted(Task task, EsRnnSettings chosen, EsRnn model, Compute compute) implements FittedMethod {

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            List<EsRnnSeries> series = windows.stream().map(this::before).toList();
            double[] levels = IntervalAccumulator.levels();
            return model.forecast(series, compute).stream()
                    .map(quantiles -> WindowForecast.ofDistribution(levels, quantiles)).toList();
        }

        /// The series up to the window.
        private EsRnnSeries before(JudgedWindow window) {
            double[] values = task.values(window.series(), window.target());
            return new EsRnnSeries(task.name(window.series(), window.target()),
                    Arrays.copyOf(values, window.origin()));
        }

        @Override
        public String settings() {
            return String.format(Locale.ROOT,
                    "window %d, seasons %s, hidden %d, dilations %s, batch %d, adam %s (0.3 of it after half of the"
                            + " epochs, 0.09 after three quarters), %d epochs, none chosen, seed %d",
                    chosen.windows().inputSize(), chosen.windows().seasons(), chosen.network().hidden(),
                    chosen.network().dilations(), chosen.training().batchSize(),
                    Double.toString(chosen.training().learningRate()), chosen.training().epochs(),
                    chosen.training().seed());
        }
    }
}
