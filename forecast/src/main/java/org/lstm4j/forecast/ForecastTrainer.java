package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;
import org.lstm4j.train.Monitor;
import org.lstm4j.train.ReduceLearningRateOnPlateau;

/// Trains a forecaster: split by time, scale on the training part, cut windows, fit with early stopping, judge the test part
/// once.
///
/// {@snippet :
/// ForecastSettings settings = ForecastSettings.horizon(24, "load");
/// TrainedForecaster trained = new ForecastTrainer(settings, Compute.shared()).train(List.of(series));
/// List<Forecast> forecasts = trained.forecaster().forecast(series, 24, Compute.shared());
/// }
public final class ForecastTrainer {

    private static final int PLATEAU_PATIENCE = 3;

    private final ForecastSettings settings;
    private final Compute compute;

    public ForecastTrainer(ForecastSettings settings, Compute compute) {
        this.settings = settings;
        this.compute = compute;
    }

    /// Trains one model on all series.
    ///
    /// When the loss becomes NaN or infinite after some epochs, the forecaster of the best epoch before is judged and returned,
    /// with the reason in [TrainedForecaster#divergence].
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @param callbacks hear how training goes, and may steer it
    /// @throws DataException when a series lacks a column or is too short, frequencies differ, or two series have one name
    /// @throws DataException when the loss is one of ratios and not defined for a value
    /// @throws ConfigurationException when the loss is one of ratios, and values are scaled to lie around 0
    /// @throws TrainingException when the loss becomes NaN or infinite in the first epoch, before there is anything to keep
    public TrainedForecaster train(List<TimeSeries> series, Callback... callbacks) {
        ForecastLosses.requireScaling(
                settings.optimization().loss(), settings.scaling(), settings.windowScaling());
        Frequency frequency = commonFrequency(series);
        requireDistinctNames(series);
        List<TimeSplit> splits = series.stream()
                .map(one -> TimeSplit.of(one.steps(), settings.horizon(), settings.split()))
                .toList();
        int shortest = splits.stream().mapToInt(TimeSplit::trainEnd).min().orElse(0);
        AutoChoices auto = AutoChoices.of(settings, frequency, shortest);
        WindowSpec window = new WindowSpec(auto.lookback(), settings.horizon());
        FeatureSchema schema = new FeatureSchema(
                settings.columns().targets(), settings.columns().past(), settings.columns().future(), auto.calendar());

        for (int index = 0; index < series.size(); index++) {
            requireUsable(series.get(index), window, schema);
        }
        Map<String, SeriesFacts> facts = new LinkedHashMap<>();
        Parts parts = settings.split().shuffled()
                ? shuffledParts(series, schema, window, auto.season(), facts)
                : partsByTime(series, splits, schema, window, auto.season(), facts);
        parts.requireNonEmpty(settings);
        Sequential network = settings.network().build(
                parts.train().inputShape(), parts.train().targetShape().elements(), settings.optimization().seed());
        Fit fit = fit(network, parts, List.of(callbacks));
        Forecaster forecaster = new Forecaster(
                network, schema, window, frequency, auto.season(), settings.scaling(), settings.windowScaling(), facts);
        Evaluation test = new WindowJudge(forecaster, compute).judge(parts.test(), parts.notes());
        return new TrainedForecaster(
                forecaster, settings, auto.choices(), fit.history(), parts.train().count(), test, parts.test(),
                fit.divergence());
    }

    /// The windows of each part.
    private record Parts(WindowSamples train, WindowSamples validation, WindowSamples test, List<String> notes) {

        void requireNonEmpty(ForecastSettings settings) {
            require("training", train);
            require("test", test);
            if (settings.optimization().earlyStopping() > 0) {
                require("validation", validation);
            }
        }

        private static void require(String part, WindowSamples windows) {
            if (windows.count() == 0) {
                throw new DataException(Problem.of(
                        "the " + part + " part has no window whose targets were all observed",
                        "bring more rows, fill gaps with --fill, or give that part a larger share"));
            }
        }
    }

    private Parts partsByTime(
            List<TimeSeries> series,
            List<TimeSplit> splits,
            FeatureSchema schema,
            WindowSpec window,
            int season,
            Map<String, SeriesFacts> facts) {
        WindowSamples.Builder train = WindowSamples.of(schema, window);
        WindowSamples.Builder validation = WindowSamples.of(schema, window);
        WindowSamples.Builder test = WindowSamples.of(schema, window);
        for (int index = 0; index < series.size(); index++) {
            TimeSeries whole = series.get(index);
            TimeSplit split = splits.get(index);
            TimeSeries training = whole.slice(0, split.trainEnd());
            SeriesFacts known = facts(training, schema, season, whole.timeline().instantMillis(split.calibrationEnd()));
            facts.put(whole.name(), known);
            PreparedSeries prepared = PreparedSeries.of(whole, schema, window, settings.windowScaling(),
                    known.scalers());
            train.add(prepared, 0, split.trainEnd());
            validation.add(prepared, split.trainEnd(), split.validationEnd());
            test.add(prepared, split.calibrationEnd(), split.steps());
        }
        return new Parts(train.build(), validation.build(), test.build(), List.of());
    }

    /// Deals windows first, so that scalers are fitted to what the training windows show and to nothing else.
    private Parts shuffledParts(
            List<TimeSeries> series,
            FeatureSchema schema,
            WindowSpec window,
            int season,
            Map<String, SeriesFacts> facts) {
        List<WindowSamples> dealt = deal(series, schema, window);
        List<PreparedSeries> prepared = new ArrayList<>();
        for (int index = 0; index < series.size(); index++) {
            TimeSeries whole = series.get(index);
            TimeSeries seen = dealt.getFirst().seen(index);
            SeriesFacts known = facts(seen, schema, season, whole.timeline().instantMillis(whole.steps()));
            facts.put(whole.name(), known);
            prepared.add(PreparedSeries.of(whole, schema, window, settings.windowScaling(), known.scalers()));
        }
        String note = "windows were split at random: neighbours share steps, so the figures flatter the model unless rows are"
                + " independent samples";
        List<WindowSamples> parts = dealt.stream().map(part -> part.withSeries(prepared)).toList();
        return new Parts(parts.get(0), parts.get(1), parts.get(2), List.of(note));
    }

    /// Training, validation and test windows, not yet scaled.
    private List<WindowSamples> deal(List<TimeSeries> series, FeatureSchema schema, WindowSpec window) {
        WindowSamples.Builder all = WindowSamples.of(schema, window);
        for (TimeSeries one : series) {
            List<FittedScaler> unscaled = PreparedSeries.fit(one, schema, Scaling.NONE, one.steps());
            all.add(PreparedSeries.of(one, schema, window, WindowScaling.NONE, unscaled), 0, one.steps());
        }
        WindowSamples windows = all.build();
        int test = (int) (windows.count() * settings.split().test());
        int validation = (int) (windows.count() * settings.split().validation());
        RandomStreams streams = new RandomStreams(settings.optimization().seed());
        return windows.deal(streams.stream("split"), windows.count() - validation - test, validation, test);
    }

    /// How training went.
    private record Fit(History history, Optional<TrainingException> divergence) {}

    private Fit fit(Sequential network, Parts parts, List<Callback> callbacks) {
        OptimizationSettings how = settings.optimization();
        Model model = Model.compile(network, how.optimizer(), how.loss(), compute);
        FitOptions options = FitOptions.epochs(how.epochs())
                .withBatchSize(how.batchSize())
                .withClipNorm(how.clipNorm())
                .withSeed(how.seed());
        if (parts.validation().count() > 0) {
            options = options.withValidation(parts.validation()).withEarlyStopping(how.earlyStopping());
        }
        Optional<LearningRateSchedule> rate = how.rateBySteps(parts.train().count());
        if (rate.isPresent()) {
            options = options.withSchedule(rate.get());
        }
        EpochRecord record = new EpochRecord();
        List<Callback> all = new ArrayList<>(List.of(record));
        if (how.schedule() == RateSchedule.PLATEAU) {
            all.add(plateau(parts));
        }
        all.addAll(callbacks);
        try {
            return new Fit(model.fit(parts.train(), options, all.toArray(new Callback[0])), Optional.empty());
        } catch (TrainingException diverged) {
            History history = record.history(parts.validation().count() > 0, diverged.problem().what())
                    .orElseThrow(() -> diverged);
            return new Fit(history, Optional.of(diverged));
        } catch (IllegalArgumentException e) {
            throw ForecastLosses.isOfRatios(how.loss()) ? withoutRatio(how.loss(), e) : e;
        }
    }

    /// Of a value that the loss is not defined for.
    private static DataException withoutRatio(Loss loss, IllegalArgumentException e) {
        return new DataException(Problem.of(
                "the loss " + loss.name() + " cannot be taken of these values: " + e.getMessage(),
                "choose another loss, such as mae, or a scaling under which values stay above 0"), e);
    }

    private static Callback plateau(Parts parts) {
        if (parts.validation().count() == 0) {
            throw new ConfigurationException(Problem.of(
                    "the schedule 'plateau' watches the validation loss, but there are no validation windows",
                    "give a validation share, such as --val 0.1, or choose another schedule"));
        }
        return new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS).withFactor(0.1).withPatience(PLATEAU_PATIENCE);
    }

    /// What is learnt of a series before training: from its training part alone.
    private SeriesFacts facts(TimeSeries training, FeatureSchema schema, int season, long trainedUntil) {
        List<FittedScaler> scalers = PreparedSeries.fit(training, schema, settings.scaling(), training.steps());
        List<Double> errorScales = new ArrayList<>();
        for (String target : schema.targets()) {
            errorScales.add(Metrics.seasonalNaiveError(training.column(target), season));
        }
        return new SeriesFacts(scalers, errorScales, trainedUntil);
    }

    private void requireUsable(TimeSeries series, WindowSpec window, FeatureSchema schema) {
        String name = series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
        new TrainingRoom(settings).require(name, series.steps(), window);
        for (String target : schema.targets()) {
            double[] values = series.column(target);
            if (Arrays.stream(values).allMatch(Double::isNaN)) {
                throw new DataException(Problem.of(
                        "column '" + target + "' of " + name + " has no value at all",
                        "choose another --target, or check --missing and --decimal"));
            }
        }
    }

    /// A forecaster keeps what it knows of a series under its name.
    private static void requireDistinctNames(List<TimeSeries> series) {
        Set<String> names = new LinkedHashSet<>();
        for (TimeSeries one : series) {
            if (!names.add(one.name())) {
                throw new DataException(new Problem(
                        "two series have the name '" + one.name() + "'",
                        "a name of its own for each of the " + series.size() + " series",
                        "'" + one.name() + "' twice",
                        "rename one, or join them into one series"));
            }
        }
    }

    private static Frequency commonFrequency(List<TimeSeries> series) {
        if (series.isEmpty()) {
            throw new DataException(Problem.of("there is no series to train on", "bring a file with rows"));
        }
        Frequency first = series.getFirst().timeline().frequency();
        for (TimeSeries other : series) {
            if (!other.timeline().frequency().equals(first)) {
                throw new DataException(new Problem(
                        "the series differ in frequency",
                        first + ", as series '" + series.getFirst().name() + "' has",
                        other.timeline().frequency() + " in series '" + other.name() + "'",
                        "train on series of one frequency"));
            }
        }
        return first;
    }
}
