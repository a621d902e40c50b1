package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Our LSTM, trained on all series and targets together, and on nothing of the test part.
///
/// @param rule what the settings for a task are, as of [LstmRule]
/// @param compute what it is computed with; results do not depend on it
public record LstmMethod(Function<Task, ForecastSettings> rule, Compute compute) implements AccuracyMethod {

    /// Its name.
    public static final String NAME = "lstm";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.LSTM;
    }

    @Override
    public FittedMethod fit(Task task) {
        FittedForecaster trained = new ForecastTrainer(rule.apply(task), compute).fit(task.knownSeries());
        return new Fitted(task, trained, compute);
    }

    /// Foretells many windows in one pass.
    private static final class Fitted implements FittedMethod {

        private final Task task;
        private final FittedForecaster trained;
        private final Compute compute;
        private final List<PreparedSeries> prepared = new ArrayList<>();
        private final Map<String, Integer> seriesByName = new LinkedHashMap<>();

        Fitted(Task task, FittedForecaster trained, Compute compute) {
            this.task = task;
            this.trained = trained;
            this.compute = compute;
            for (int index = 0; index < task.series().size(); index++) {
                prepared.add(trained.forecaster().prepare(task.series().get(index)));
                seriesByName.put(task.series().get(index).name(), index);
            }
        }

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            Map<JudgedWindow, WindowForecast> said = new LinkedHashMap<>();
            for (JudgedForecast one : trained.forecaster().foretell(samples(windows), compute)) {
                said.put(windowOf(one), one.quantiles().map(WindowForecast::ofDistribution)
                        .orElseGet(() -> WindowForecast.of(one.point())));
            }
            List<WindowForecast> all = new ArrayList<>(windows.size());
            for (JudgedWindow window : windows) {
                all.add(Objects.requireNonNull(said.get(window), () -> "the LSTM said nothing of " + window));
            }
            return all;
        }

        /// All targets of an origin come together.
        private WindowSamples samples(List<JudgedWindow> windows) {
            Forecaster forecaster = trained.forecaster();
            WindowSamples.Builder samples = WindowSamples.of(forecaster.form());
            JudgedWindow before = null;
            for (JudgedWindow window : windows) {
                if (before == null || window.series() != before.series() || window.origin() != before.origin()) {
                    samples.add(prepared.get(window.series()), window.origin(),
                            window.origin() + task.protocol().horizon());
                }
                before = window;
            }
            return samples.build();
        }

        private JudgedWindow windowOf(JudgedForecast one) {
            String name = one.window().series().series().name();
            return new JudgedWindow(Objects.requireNonNull(seriesByName.get(name), name), one.window().target(),
                    one.window().origin());
        }

        @Override
        public String settings() {
            ForecastSettings settings = trained.settings();
            String line = String.format(Locale.ROOT,
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
            String correction = trained.choice("correction").map(choice -> ", correction " + choice.value()).orElse("");
            String intervals = switch (trained.forecaster().calibrationSource()) {
                case NONE -> "";
                case PART -> ", intervals calibrated";
                case VALIDATION -> ", intervals calibrated on validation windows";
            };
            String end = trained.divergence().map(why -> ", stopped early: " + why.getMessage()).orElse("");
            return line + correction + intervals + end;
        }
    }
}
