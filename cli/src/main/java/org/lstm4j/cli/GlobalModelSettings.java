package org.lstm4j.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.backtest.GlobalMethod;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.global.DeepArFit;
import org.lstm4j.forecast.global.EsRnnFit;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.TrainingWishes;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.forecast.likelihood.Likelihoods;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanAbsoluteError;

/// The model flags in the terms of ES-RNN and DeepAR; what is `auto` becomes their default.
final class GlobalModelSettings {

    private static final double MEDIAN = 0.5;
    private static final String USUAL_LIKELIHOOD = "student-t";

    private final ModelOptions options;

    GlobalModelSettings(ModelOptions options) {
        this.options = options;
    }

    /// @throws ConfigurationException when a flag does not fit the kind of model
    GlobalTraining of(Dataset data, DataOptions dataOptions, long seed) {
        GlobalMethod method = with(new ModelSettings(options).split(), data, dataOptions, seed);
        return new GlobalTraining(method.settings(), method.kind());
    }

    /// The same without a test part, for a backtest.
    ///
    /// @throws ConfigurationException when a flag does not fit the kind of model
    GlobalMethod withoutTest(Dataset data, DataOptions dataOptions, long seed) {
        return with(new ModelSettings(options).splitWithoutTest(), data, dataOptions, seed);
    }

    private GlobalMethod with(SplitShares split, Dataset data, DataOptions dataOptions, long seed) {
        GlobalSettings settings = new GlobalSettings(options.horizon, columns(data),
                optional(dataOptions.reading.season), split);
        GlobalFit kind = options.model == ModelOptions.ModelName.ESRNN ? esRnn(seed) : deepAr(seed);
        kind.requireReadable(settings);
        return new GlobalMethod(settings, kind);
    }

    private static ColumnRoles columns(Dataset data) {
        Roles roles = data.roles();
        return new ColumnRoles(roles.targets(), roles.past(), roles.future()).withStatics(roles.statics());
    }

    private EsRnnFit esRnn(long seed) {
        return new EsRnnFit(wishes(seed), form(), levels(), System::nanoTime);
    }

    private DeepArFit deepAr(long seed) {
        return new DeepArFit(wishes(seed), optional(options.layers), optional(options.dropout), likelihood(),
                optional(options.paths));
    }

    private TrainingWishes wishes(long seed) {
        OptionalDouble clip = options.clipNorm != null && options.clipNorm == 0
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : optional(options.clipNorm);
        return new TrainingWishes(optional(options.lookback), optional(options.hidden), optional(options.epochs),
                optional(options.batchSize), optional(options.learningRate), clip, optional(options.earlyStopping),
                seed);
    }

    private Optional<SmoothedForm> form() {
        return switch (options.scale) {
            case AUTO -> Optional.empty();
            case LOG -> Optional.of(SmoothedForm.LOGARITHM);
            case MEAN_ABS -> Optional.of(SmoothedForm.SCALED);
            case LAST, REVIN, STANDARD, MINMAX, ROBUST, NONE -> throw new ConfigurationException(new Problem(
                    "--model esrnn smooths logarithms or values in units of their mean magnitude",
                    "--scale auto, log or mean-abs", "--scale " + options.scale, "leave out --scale"));
        };
    }

    private List<Double> levels() {
        Loss loss = options.loss;
        if (loss == null || loss instanceof MeanAbsoluteError) {
            return List.of(MEDIAN);
        }
        if (loss.equals(ForecastLosses.named("quantiles"))) {
            return Arrays.stream(IntervalAccumulator.levels()).boxed().toList();
        }
        throw new ConfigurationException(new Problem("--model esrnn learns the median, or quantiles",
                "--loss mae or quantiles", "--loss " + ForecastLosses.label(loss),
                "leave out --loss, or use --model direct"));
    }

    private Likelihood likelihood() {
        Loss loss = options.loss;
        if (loss == null) {
            return Likelihoods.named(USUAL_LIKELIHOOD);
        }
        return Likelihoods.of(loss).orElseThrow(() -> new ConfigurationException(new Problem(
                "--model deepar learns a distribution of the next value",
                "--loss with one of " + String.join(", ", Likelihoods.names()), "--loss " + ForecastLosses.label(loss),
                "leave out --loss for " + USUAL_LIKELIHOOD + ", or use --model direct")));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
