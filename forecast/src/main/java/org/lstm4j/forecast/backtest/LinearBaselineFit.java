package org.lstm4j.forecast.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.LinearMap;
import org.lstm4j.forecast.baseline.LinearMapFit;
import org.lstm4j.forecast.baseline.NLinear;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSpec;

/// Fits [NLinear] to the training parts that a forecaster was trained on; their validation parts choose the ridge.
///
/// Each series is divided by its seasonal naive error first, so that the largest does not decide the map of all.
///
/// @param window of the forecaster
record LinearBaselineFit(WindowSpec window, List<String> targets, int season, SplitShares shares) {

    private static final double[] RIDGES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
    /// Without a validation part.
    private static final double MIDDLE_RIDGE = 1e-3;
    /// Neighbouring windows say nearly the same.
    private static final int MOST_JUDGED = 500;

    /// A target of a series, scaled.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(double[] values, int trainEnd, int validationEnd) {}

    /// @param known what lies before the origin of each series
    /// @return empty where no training window is complete
    Optional<NLinear> fit(List<TimeSeries> known) {
        List<Part> parts = known.stream()
                .flatMap(series -> targets.stream().map(target -> part(series, target)))
                .toList();
        LinearMapFit fit = new LinearMapFit(window.lookback(), window.horizon());
        for (Part part : parts) {
            NLinear.addWindows(Arrays.copyOf(part.values(), part.trainEnd()), fit);
        }
        return fit.windows() == 0 ? Optional.empty() : Optional.of(new NLinear(best(fit, parts)));
    }

    private Part part(TimeSeries series, String target) {
        TimeSplit split = TimeSplit.of(series.steps(), window.horizon(), shares.withoutTest());
        double[] values = series.column(target);
        double scale = Metrics.seasonalNaiveError(Arrays.copyOf(values, split.trainEnd()), season);
        if (scale > 0) {
            Arrays.setAll(values, step -> values[step] / scale);
        }
        return new Part(values, split.trainEnd(), split.validationEnd());
    }

    private LinearMap best(LinearMapFit fit, List<Part> parts) {
        LinearMap best = fit.solve(MIDDLE_RIDGE);
        double least = error(best, parts);
        for (double ridge : RIDGES) {
            LinearMap other = fit.solve(ridge);
            double error = error(other, parts);
            if (error < least) {
                best = other;
                least = error;
            }
        }
        return best;
    }

    /// The mean absolute error over validation windows; NaN where none is complete.
    private double error(LinearMap map, List<Part> parts) {
        long windows = parts.stream().mapToLong(part -> Math.max(0, last(part) - first(part) + 1)).sum();
        int stride = (int) Math.max(1, windows / MOST_JUDGED);
        double sum = 0;
        long count = 0;
        for (Part part : parts) {
            for (int origin = first(part); origin <= last(part); origin += stride) {
                double error = error(map, part.values(), origin);
                if (!Double.isNaN(error)) {
                    sum += error;
                    count++;
                }
            }
        }
        return sum / count;
    }

    private int first(Part part) {
        return Math.max(part.trainEnd(), window.lookback());
    }

    private int last(Part part) {
        return part.validationEnd() - window.horizon();
    }

    private double error(LinearMap map, double[] values, int origin) {
        double last = values[origin - 1];
        double[] looked = new double[window.lookback()];
        Arrays.setAll(looked, step -> values[origin - looked.length + step] - last);
        double[] said = map.apply(looked);
        double sum = 0;
        for (int step = 0; step < said.length; step++) {
            sum += Math.abs(values[origin + step] - last - said[step]);
        }
        return sum / said.length;
    }
}
