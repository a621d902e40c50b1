package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// One forecast made of several of the same windows. Point forecast and mean are the means of theirs; each quantile is made of theirs of the same
/// level, at the levels that are judged, where all of them have some.
final class CombinedForecast {

    private CombinedForecast() {}

    /// Combines window by window.
    ///
    /// @param all what each of them says of the same windows, `[forecasts][windows]`
    /// @param combination makes one quantile of several of one level, so that larger ones give a larger one
    static List<WindowForecast> of(List<List<WindowForecast>> all, ToDoubleFunction<double[]> combination) {
        WindowForecast[] combined = new WindowForecast[all.getFirst().size()];
        for (int window = 0; window < combined.length; window++) {
            int place = window;
            combined[window] = ofWindow(all.stream().map(one -> one.get(place)).toList(), combination);
        }
        return List.of(combined);
    }

    private static WindowForecast ofWindow(List<WindowForecast> all, ToDoubleFunction<double[]> combination) {
        double[] point = meanOf(all.stream().map(WindowForecast::point).toList());
        double[] mean = meanOf(all.stream().map(WindowForecast::mean).toList());
        List<QuantileForecast> quantiles = all.stream().map(WindowForecast::quantiles).flatMap(Optional::stream)
                .toList();
        WindowForecast combined = quantiles.size() < all.size()
                ? WindowForecast.of(point)
                : WindowForecast.of(combined(quantiles, point, combination));
        return combined.withMean(mean);
    }

    private static double[] meanOf(List<double[]> all) {
        double[] means = new double[all.getFirst().length];
        Arrays.setAll(means, step -> mean(all.stream().mapToDouble(one -> one[step]).toArray()));
        return means;
    }

    private static QuantileForecast combined(List<QuantileForecast> all, double[] point,
            ToDoubleFunction<double[]> combination) {
        double[] levels = IntervalAccumulator.levels();
        double[][] combined = new double[point.length][levels.length];
        for (int level = 0; level < levels.length; level++) {
            double[][] ofLevel = new double[all.size()][];
            for (int one = 0; one < ofLevel.length; one++) {
                ofLevel[one] = all.get(one).quantile(levels[level]);
            }
            for (int step = 0; step < point.length; step++) {
                int place = step;
                combined[step][level] = combination
                        .applyAsDouble(Arrays.stream(ofLevel).mapToDouble(values -> values[place]).toArray());
            }
        }
        return new QuantileForecast(levels, combined, point);
    }

    /// The mean, added up in order.
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The median; of an even number the mean of the two in the middle.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
