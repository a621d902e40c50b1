package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Sequential;

/// A trained DeepAR: foretells any series of the kind it was trained on, seen before or not, by drawing paths. Immutable and
/// thread-safe, as long as nobody trains its network.
///
/// {@snippet :
/// SamplePaths paths = model.paths(series, series.steps(), 48, 1, Compute.shared());
/// double[][] quantiles = paths.quantiles(0.1, 0.5, 0.9); // [48][3]
/// }
///
/// The paths of a series depend on the model, its values before the origin, what is known beside, the seed, its name and the origin;
/// not on the other series asked for, on threads, or on the horizon: the first steps of a longer one are the same.
public final class DeepAr {

    /// Rows of a batch of paths: enough to fill the cores, few enough for the caches.
    private static final int MOST_ROWS = 3200;

    private final DeepArSchema schema;
    private final Sequential network;
    private final Likelihood likelihood;
    private final int paths;
    private final Predictor predictor;

    /// @param paths drawn unless others are asked for, at least 1
    DeepAr(DeepArSchema schema, Sequential network, Likelihood likelihood, int paths) {
        requireFit("columns", schema.columns(), network.inputShape().last());
        requireFit("outputs", likelihood.loss().groupSize(), network.outputShape().last());
        if (paths < 1) {
            throw new IllegalArgumentException("paths must be at least 1, but were " + paths);
        }
        this.schema = schema;
        this.network = network;
        this.likelihood = likelihood;
        this.paths = paths;
        predictor = Predictor.of(network, WeightFormat.FLOAT32, Compute.shared());
    }

    private static void requireFit(String what, int expected, int received) {
        if (expected != received) {
            throw new IllegalArgumentException(
                    "the network should have " + expected + " " + what + ", but has " + received);
        }
    }

    /// The same model, which draws another number of paths.
    public DeepAr withPaths(int other) {
        return new DeepAr(schema, network, likelihood, other);
    }

    /// How many paths are drawn.
    public int pathCount() {
        return paths;
    }

    /// The network with its weights; shared.
    public Sequential network() {
        return network;
    }

    public Likelihood likelihood() {
        return likelihood;
    }

    DeepArSchema schema() {
        return schema;
    }

    /// What the values of a series are divided by when it is foretold from there; above 0.
    public double scaleAt(DeepArOrigin from) {
        return schema.scale(from.series().target(), from.origin()).scale();
    }

    /// The lags of the values that a step reads, ascending: those of the settings that series were long enough for.
    public List<Integer> lags() {
        return schema.lags();
    }

    /// Steps that are read before the first one foretold; lags reach further back.
    public int context() {
        return schema.context();
    }

    /// Draws paths of one series.
    ///
    /// @param origin the first step foretold; values of the target from there on are not looked at
    /// @param horizon steps to foretell, at least 1; may be more than it was trained for
    /// @param seed another one gives other paths
    /// @throws org.lstm4j.DataException when no value was observed before the origin, known covariates end before the forecast
    ///         does, or a category was not seen in training
    public SamplePaths paths(DeepArSeries series, int origin, int horizon, long seed, Compute compute) {
        return paths(List.of(new DeepArOrigin(series, origin)), horizon, seed, compute).getFirst();
    }

    /// Draws paths of many series, which is faster than one by one and gives the same paths.
    ///
    /// @return in the order of the origins
    /// @throws org.lstm4j.DataException as [#paths(DeepArSeries, int, int, long, Compute)]
    public List<SamplePaths> paths(List<DeepArOrigin> origins, int horizon, long seed, Compute compute) {
        for (DeepArOrigin from : origins) {
            SeriesChecks.requireForecastable(from.series(), from.origin(), horizon, schema);
        }
        List<SamplePaths> all = new ArrayList<>();
        int most = Math.max(1, MOST_ROWS / paths);
        for (int first = 0; first < origins.size(); first += most) {
            List<DeepArOrigin> part = origins.subList(first, Math.min(origins.size(), first + most));
            all.addAll(new PathSampler(schema, predictor, likelihood, compute, part, paths).draw(horizon, seed));
        }
        return all;
    }
}
