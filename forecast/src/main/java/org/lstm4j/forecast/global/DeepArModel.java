package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.deepar.DeepAr;
import org.lstm4j.forecast.deepar.DeepArFile;
import org.lstm4j.forecast.deepar.DeepArOrigin;
import org.lstm4j.forecast.deepar.DeepArSeries;
import org.lstm4j.forecast.deepar.SamplePaths;
import org.lstm4j.forecast.likelihood.LogNormalLikelihood;
import org.lstm4j.forecast.likelihood.NegativeBinomialLikelihood;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.model.ModelFile;
import org.lstm4j.nn.Sequential;

/// Foretells with a [DeepAr]: quantiles of paths that it draws.
///
/// @param model what draws
/// @param horizon steps it was trained for
/// @param columns what it reads beside the target
/// @param seed of the paths
record DeepArModel(DeepAr model, int horizon, DeepArColumns columns, long seed) implements GlobalModel {

    @Override
    public Sequential network() {
        return model.network();
    }

    @Override
    public int lookback() {
        return model.context();
    }

    @Override
    public List<Double> levels() {
        return Arrays.stream(IntervalAccumulator.levels()).boxed().toList();
    }

    @Override
    public int firstOrigin(TargetSeries target) {
        return target.firstObserved() + 1;
    }

    @Override
    public List<double[][]> foretell(List<TargetOrigin> origins, int steps, Compute compute) {
        Map<TargetSeries, DeepArSeries> series = new LinkedHashMap<>();
        List<DeepArOrigin> froms = new ArrayList<>();
        for (TargetOrigin from : origins) {
            froms.add(new DeepArOrigin(series.computeIfAbsent(from.target(), this::seriesOf), from.origin()));
        }
        List<double[][]> quantiles = new ArrayList<>();
        for (SamplePaths paths : model.paths(froms, steps, seed, compute)) {
            quantiles.add(paths.quantiles(IntervalAccumulator.levels()));
        }
        return quantiles;
    }

    private DeepArSeries seriesOf(TargetSeries target) {
        return columns.series(target, target.values(), target.values().length + horizon);
    }

    @Override
    public ErrorUnit unit(TargetOrigin from) {
        DeepArSeries values = DeepArSeries.of(from.target().name(), from.target().values());
        boolean positive = model.likelihood() instanceof NegativeBinomialLikelihood
                || model.likelihood() instanceof LogNormalLikelihood;
        return new ErrorUnit.Divided(model.scaleAt(new DeepArOrigin(values, from.origin())),
                positive ? 0 : Double.NEGATIVE_INFINITY);
    }

    @Override
    public Optional<String> remark(TargetSeries target) {
        return Optional.empty();
    }

    @Override
    public ModelFile toFile() {
        return DeepArFile.of(model);
    }
}
