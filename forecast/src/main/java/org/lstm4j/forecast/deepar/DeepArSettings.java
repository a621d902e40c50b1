package org.lstm4j.forecast.deepar;

import java.util.List;
import java.util.Objects;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.likelihood.Likelihood;

/// The settings of DeepAR.
///
/// {@snippet :
/// DeepArSettings settings = DeepArSettings.of(Frequency.parse("h"), 48, likelihood);
/// DeepAr model = new DeepArTrainer(settings, Compute.shared()).train(series);
/// double[][] quantiles = model.paths(series.getFirst(), origin, 48, 1, Compute.shared()).quantiles(0.1, 0.5, 0.9);
/// }
///
/// @param context steps that the network reads before it foretells, at least 1
/// @param horizon steps it is trained to foretell, at least 1; it can be asked for more
/// @param scaling of windows; a likelihood that is not defined below 0 needs [ContextScaling#MEAN_ABSOLUTE]
/// @param lags of the values that a step reads, each at least 1, ascending; those that no series is long enough for are left out
/// @param likelihood the family of distributions
/// @param readsAge whether a step reads how far it is from the beginning of its series: log₁₀(2 + steps)
/// @param network layers
/// @param training how it is trained
/// @param paths how many are drawn, at least 1
public record DeepArSettings(
        int context,
        int horizon,
        ContextScaling scaling,
        List<Integer> lags,
        Likelihood likelihood,
        boolean readsAge,
        DeepArNetwork network,
        DeepArTraining training,
        int paths) {

    private static final int PATHS = 100;

    public DeepArSettings {
        lags = List.copyOf(lags);
        Objects.requireNonNull(scaling, "scaling");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(training, "training");
        if (context < 1 || horizon < 1 || paths < 1) {
            throw new IllegalArgumentException(
                    "context, horizon and paths must be at least 1: " + context + ", " + horizon + ", " + paths);
        }
        requireAscending(lags);
        if (scaling == ContextScaling.CENTERED && scalingFor(likelihood) != scaling) {
            throw new IllegalArgumentException("the likelihood " + likelihood.name() + " is not defined below 0, where"
                    + " half of all centered values lie; scale by the mean absolute value");
        }
    }

    /// By rule: [LagRule] for the lags; a context of the horizon or a season, whichever is longer, so that the scale of a window
    /// does not depend on where in the season it lies; windows centered where the likelihood is defined for all numbers, and as they are
    /// where it is for counts.
    public static DeepArSettings of(Frequency frequency, int horizon, Likelihood likelihood) {
        return new DeepArSettings(Math.max(horizon, frequency.defaultSeason()), horizon, scalingFor(likelihood),
                LagRule.of(frequency),
                likelihood, true, DeepArNetwork.standard(), DeepArTraining.standard(), PATHS);
    }

    public DeepArSettings withContext(int other) {
        return new DeepArSettings(other, horizon, scaling, lags, likelihood, readsAge, network, training, paths);
    }

    public DeepArSettings withLags(List<Integer> other) {
        return new DeepArSettings(context, horizon, scaling, other, likelihood, readsAge, network, training, paths);
    }

    public DeepArSettings withAge(boolean reads) {
        return new DeepArSettings(context, horizon, scaling, lags, likelihood, reads, network, training, paths);
    }

    public DeepArSettings withNetwork(DeepArNetwork other) {
        return new DeepArSettings(context, horizon, scaling, lags, likelihood, readsAge, other, training, paths);
    }

    public DeepArSettings withTraining(DeepArTraining other) {
        return new DeepArSettings(context, horizon, scaling, lags, likelihood, readsAge, network, other, paths);
    }

    public DeepArSettings withPaths(int other) {
        return new DeepArSettings(context, horizon, scaling, lags, likelihood, readsAge, network, training, other);
    }

    public DeepArSettings withScaling(ContextScaling other) {
        return new DeepArSettings(context, horizon, other, lags, likelihood, readsAge, network, training, paths);
    }

    private static ContextScaling scalingFor(Likelihood likelihood) {
        if (SeriesChecks.isDefined(likelihood.loss(), -1)) {
            return ContextScaling.CENTERED;
        }
        return SeriesChecks.isDefined(likelihood.loss(), 0.5f) ? ContextScaling.MEAN_ABSOLUTE : ContextScaling.NONE;
    }

    /// Steps of a training window.
    int steps() {
        return context + horizon;
    }

    /// A step never reads its own value, nor a later one.
    static void requireAscending(List<Integer> lags) {
        int before = 0;
        for (int lag : lags) {
            if (lag <= before) {
                throw new IllegalArgumentException(
                        "lags must be at least 1 and ascend, but are " + lags + "; a lag of 1 is the value before");
            }
            before = lag;
        }
        if (lags.isEmpty()) {
            throw new IllegalArgumentException("at least one lag is needed: 1, the value before");
        }
    }
}
