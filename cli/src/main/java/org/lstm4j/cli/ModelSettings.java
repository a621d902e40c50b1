package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.WindowTreatment;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Optimizers;

/// The model flags in the library's terms; what is `auto` becomes the library's default.
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
        return with(options.test, data, dataOptions, seed);
    }

    /// The same without a test part, for commands that judge on windows of their own.
    ///
    /// @throws ConfigurationException when flags contradict each other
    ForecastSettings withoutTest(Dataset data, DataOptions dataOptions, long seed) {
        return with(0, data, dataOptions, seed);
    }

    private ForecastSettings with(double test, Dataset data, DataOptions dataOptions, long seed) {
        requireSomethingToTrainOn(test);
        try {
            return ForecastSettings.horizon(options.horizon)
                    .withColumns(columns(data.roles()))
                    .withLookback(optional(options.lookback))
                    .withSeason(optional(dataOptions.reading.season))
                    .withScaling(scaling())
                    .withWindowScaling(windowScaling())
                    .withSkip(skip())
                    .withCandidates(candidates())
                    .withNetwork(network())
                    .withOptimization(optimization(seed))
                    .withSplit(new SplitShares(
                            options.validation, options.calibration, test, options.shuffleSplit));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(Problem.of(String.valueOf(e.getMessage()), "change these flags"), e);
        }
    }

    private void requireSomethingToTrainOn(double test) {
        if (share(options.validation) + share(options.calibration) + share(test) < 1) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> given = new ArrayList<>();
        addShare("--val", options.validation, names, given);
        addShare("--calibration", options.calibration, names, given);
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

    /// Static columns are the same at every step, so they are known ahead.
    private static ColumnRoles columns(Roles roles) {
        List<String> ahead = new ArrayList<>(roles.future());
        ahead.addAll(roles.statics());
        return new ColumnRoles(roles.targets(), roles.past(), ahead);
    }

    private Scaling scaling() {
        return switch (options.scale) {
            case AUTO, STANDARD, LAST, REVIN -> Scaling.STANDARD;
            case MINMAX -> Scaling.MINMAX;
            case ROBUST -> Scaling.ROBUST;
            case MEAN_ABS -> Scaling.MEAN_ABS;
            case LOG -> Scaling.LOG;
            case NONE -> Scaling.NONE;
        };
    }

    private WindowScaling windowScaling() {
        return switch (options.scale) {
            case LAST -> WindowScaling.LAST;
            case REVIN -> WindowScaling.REVIN;
            case AUTO, STANDARD, MINMAX, ROBUST, MEAN_ABS, LOG, NONE -> WindowScaling.NONE;
        };
    }

    private NetworkSettings network() {
        NetworkSettings standard = NetworkSettings.standard();
        return new NetworkSettings(
                or(options.hidden, standard.hidden()),
                or(options.layers, standard.layers()),
                options.bidirectional,
                or(options.dropout, standard.dropout()),
                or(options.recurrentDropout, standard.recurrentDropout()),
                initialization(options.init),
                architecture());
    }

    private Architecture architecture() {
        return switch (options.model) {
            case AUTO, DIRECT -> Architecture.DIRECT;
            case SEGMENT -> Architecture.SEGMENT;
        };
    }

    /// Of a segment model, what is not said of windows is found by trial.
    private List<WindowTreatment> candidates() {
        boolean freeScale = options.scale == ModelOptions.Scale.AUTO;
        boolean freeSkip = options.skip == ModelOptions.SkipName.AUTO;
        if (architecture() != Architecture.SEGMENT || !(freeScale || freeSkip)) {
            return List.of();
        }
        if (!freeScale) {
            return Arrays.stream(Skip.values()).map(skip -> new WindowTreatment(windowScaling(), skip)).toList();
        }
        return WindowTreatment.all().stream()
                .filter(candidate -> freeSkip || candidate.skip() == skip())
                .toList();
    }

    private Skip skip() {
        return switch (options.skip) {
            case AUTO, NONE -> Skip.NONE;
            case SEASONAL -> Skip.SEASONAL;
            case LINEAR -> Skip.LINEAR;
        };
    }

    private OptimizationSettings optimization(long seed) {
        OptimizationSettings standard = OptimizationSettings.standard();
        return new OptimizationSettings(
                or(options.epochs, standard.epochs()),
                or(options.batchSize, standard.batchSize()),
                optimizer(standard.optimizer()),
                schedule(standard.schedule()),
                loss(standard.loss()),
                clipNorm(standard.clipNorm()),
                options.validation == 0 ? 0 : or(options.earlyStopping, standard.earlyStopping()),
                seed);
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
