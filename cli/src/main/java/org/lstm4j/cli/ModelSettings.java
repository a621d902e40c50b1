package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.AutomaticSettings;
import org.lstm4j.forecast.CalibrationSource;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Deseasonalization;
import org.lstm4j.forecast.Finish;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.ScaleName;
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.WindowTreatment;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Optimizers;

/// The model flags in the library's terms; what is `auto` becomes what [AutomaticSettings] says, or, of `--model direct`, the plain LSTM of
/// textbooks.
final class ModelSettings {

    private final ModelOptions options;

    ModelSettings(ModelOptions options) {
        this.options = options;
    }

    /// Settings for data that was read.
    ///
    /// @throws ConfigurationException when flags contradict each other
    ForecastSettings of(Dataset data, DataOptions dataOptions, long seed) {
        requireSomethingToJudge();
        return with(options.model, options.test, data, dataOptions, seed);
    }

    /// The same without a test part, for commands that judge on windows of their own.
    ///
    /// @throws ConfigurationException when flags contradict each other
    ForecastSettings withoutTest(Dataset data, DataOptions dataOptions, long seed) {
        return with(options.model, 0, data, dataOptions, seed);
    }

    /// Settings from which a search goes out: of a plain LSTM unless another kind is named.
    ///
    /// @throws ConfigurationException when flags contradict each other
    ForecastSettings toSearchFrom(Dataset data, DataOptions dataOptions, long seed) {
        requireSomethingToJudge();
        ModelOptions.ModelName kind = options.model == ModelOptions.ModelName.AUTO
                ? ModelOptions.ModelName.DIRECT
                : options.model;
        return with(kind, options.test, data, dataOptions, seed);
    }

    /// The parts by time, with a test part.
    ///
    /// @throws ConfigurationException when they leave nothing to train on, or there is no test part
    SplitShares split() {
        requireSomethingToJudge();
        return split(options.test);
    }

    /// The same without a test part.
    ///
    /// @throws ConfigurationException when they leave nothing to train on
    SplitShares splitWithoutTest() {
        return split(0);
    }

    private SplitShares split(double test) {
        double calibration = options.calibration == null ? 0 : options.calibration;
        requireSomethingToTrainOn(calibration, test);
        return new SplitShares(options.validation, calibration, test, options.shuffleSplit);
    }

    private ForecastSettings with(
            ModelOptions.ModelName kind, double test, Dataset data, DataOptions dataOptions, long seed) {
        double calibration = calibration(kind, data);
        requireSomethingToTrainOn(calibration, test);
        try {
            SplitShares split = new SplitShares(options.validation, calibration, test, options.shuffleSplit);
            ForecastSettings rule = rule(kind, data, split);
            return scale().applied(rule)
                    .withCalibration(calibrationSource(split))
                    .withFloor(options.floor)
                    .withDeseasonalization(Deseasonalization.valueOf(options.deseasonalize.name()))
                    .withLookback(optional(options.lookback))
                    .withSeason(optional(dataOptions.reading.season))
                    .withSkip(skip())
                    .withCandidates(candidates(rule.candidates()))
                    .withNetwork(network(rule.network()))
                    .withOptimization(optimization(rule.optimization(), seed));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(Problem.of(String.valueOf(e.getMessage()), "change these flags"), e);
        }
    }

    /// What holds where no flag says otherwise.
    private ForecastSettings rule(ModelOptions.ModelName kind, Dataset data, SplitShares split) {
        ColumnRoles columns = columns(data);
        ForecastSettings automatic = AutomaticSettings.of(data.series(), options.horizon, columns, split);
        return switch (kind) {
            case AUTO -> goesBothWays()
                    ? automatic.withNetwork(automatic.network().withArchitecture(Architecture.DIRECT))
                    : automatic;
            case SEGMENT -> automatic.withNetwork(automatic.network().withArchitecture(Architecture.SEGMENT));
            case DIRECT -> ForecastSettings.horizon(options.horizon).withColumns(columns).withSplit(split);
            case ESRNN, DEEPAR -> throw new ConfigurationException(new Problem(
                    "'tune' searches the settings of models of windows, and --model " + kind + " is none",
                    "--model auto, direct or segment", "--model " + kind,
                    "search with one of these, or use 'train' or 'backtest', which take --model " + kind));
        };
    }

    /// Whether flags ask for what only the direct model has.
    private boolean goesBothWays() {
        return options.bidirectional || (options.recurrentDropout != null && options.recurrentDropout > 0);
    }

    private double calibration(ModelOptions.ModelName kind, Dataset data) {
        if (options.calibration != null) {
            return options.calibration;
        }
        double rule = AutomaticSettings.calibration(data.series(), options.horizon);
        boolean leavesNothing = share(options.validation) + share(options.test) + rule >= 1;
        return kind == ModelOptions.ModelName.DIRECT || leavesNothing ? 0 : rule;
    }

    /// Where nothing is said and there is no calibration part, validation windows.
    private CalibrationSource calibrationSource(SplitShares split) {
        CalibrationSource wished = options.calibration == null ? CalibrationSource.VALIDATION : CalibrationSource.NONE;
        return wished.withSplit(split);
    }

    private void requireSomethingToTrainOn(double calibration, double test) {
        if (share(options.validation) + share(calibration) + share(test) < 1) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> given = new ArrayList<>();
        addShare("--val", options.validation, names, given);
        addShare("--calibration", calibration, names, given);
        addShare("--test", test, names, given);
        throw new ConfigurationException(new Problem(
                String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast()
                        + " leave nothing to train on",
                "shares that are together below 1",
                String.join(" ", given),
                "use smaller ones, such as --val 0.1" + (test > 0 ? " --test 0.2" : "")));
    }

    private static void addShare(String name, double part, List<String> names, List<String> given) {
        if (share(part) > 0) {
            names.add(name);
            given.add(name + " " + part);
        }
    }

    private void requireSomethingToJudge() {
        if (options.test == 0) {
            throw new ConfigurationException(new Problem(
                    "--test 0 leaves nothing to judge the model on", "a share or a number of steps above 0", "0",
                    "use a small one, such as --test 0.05"));
        }
    }

    /// 0 of a part that is a number of steps: whether these leave enough is known with the data.
    private static double share(double part) {
        return SplitShares.isSteps(part) ? 0 : part;
    }

    private ColumnRoles columns(Dataset data) {
        Roles roles = data.roles();
        List<Integer> lags = LagChoice.of(options.lags, data.series().getFirst().timeline().frequency());
        return new ColumnRoles(roles.targets(), roles.past(), roles.future(), roles.statics(), lags,
                UnknownCategory.of(options.unknownCategory.toString()));
    }

    private ScaleName scale() {
        return ScaleName.of((options.scale == ModelOptions.Scale.AUTO ? ModelOptions.Scale.STANDARD : options.scale)
                .toString());
    }

    private NetworkSettings network(NetworkSettings rule) {
        return new NetworkSettings(
                or(options.hidden, rule.hidden()),
                or(options.layers, rule.layers()),
                options.bidirectional,
                or(options.dropout, rule.dropout()),
                or(options.recurrentDropout, rule.recurrentDropout()),
                initialization(options.init),
                rule.architecture());
    }

    /// Those that say the same of what flags say.
    ///
    /// @param all to choose from by trial; none where nothing is left to trials
    private List<WindowTreatment> candidates(List<WindowTreatment> all) {
        boolean freeScale = options.scale == ModelOptions.Scale.AUTO;
        boolean freeSkip = options.skip == ModelOptions.SkipName.AUTO;
        if (all.isEmpty() || !(freeScale || freeSkip)) {
            return List.of();
        }
        if (!freeScale) {
            return all.stream().map(WindowTreatment::skip).distinct().sorted()
                    .map(skip -> new WindowTreatment(scale().windowScaling(), skip))
                    .toList();
        }
        if (!freeSkip) {
            return all.stream().map(WindowTreatment::scaling).distinct()
                    .map(scaling -> new WindowTreatment(scaling, skip()))
                    .toList();
        }
        return all;
    }

    private Skip skip() {
        return switch (options.skip) {
            case AUTO, NONE -> Skip.NONE;
            case LAST -> Skip.LAST;
            case SEASONAL -> Skip.SEASONAL;
            case LONG_SEASONAL -> Skip.LONG_SEASONAL;
            case LINEAR -> Skip.LINEAR;
        };
    }

    private OptimizationSettings optimization(OptimizationSettings rule, long seed) {
        int patience = options.validation == 0 ? 0 : or(options.earlyStopping, rule.earlyStopping());
        RateSchedule schedule = schedule(rule.schedule());
        return new OptimizationSettings(
                or(options.epochs, rule.epochs()),
                or(options.batchSize, rule.batchSize()),
                optimizer(rule.optimizer()),
                schedule,
                loss(rule.loss()),
                clipNorm(rule.clipNorm()),
                patience,
                seed,
                or(options.batchesPerEpoch, options.epochs == null ? rule.batchesPerEpoch() : 0),
                or(options.seeds, rule.networks()),
                finish(patience > 0 && schedule != RateSchedule.PLATEAU ? rule.finish() : Finish.KEEP));
    }

    private OptimizerSpec optimizer(OptimizerSpec standard) {
        OptimizerSpec named = options.optimizer == null ? standard : Optimizers.named(options.optimizer);
        return options.learningRate == null ? named : named.withLearningRate(options.learningRate);
    }

    private RateSchedule schedule(RateSchedule standard) {
        return options.schedule == null ? standard : RateSchedule.valueOf(options.schedule.name());
    }

    private Loss loss(Loss standard) {
        return options.loss == null ? standard : options.loss;
    }

    private Finish finish(Finish rule) {
        return options.finish == null ? rule : Finish.valueOf(options.finish.name());
    }

    private double clipNorm(double standard) {
        if (options.clipNorm == null) {
            return standard;
        }
        return options.clipNorm == 0 ? Double.POSITIVE_INFINITY : options.clipNorm;
    }

    static Initialization initialization(ModelOptions.Init init) {
        return Initialization.valueOf(init.name().toUpperCase(Locale.ROOT));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int or(@Nullable Integer value, int standard) {
        return value == null ? standard : value;
    }

    private static double or(@Nullable Double value, double standard) {
        return value == null ? standard : value;
    }
}
