package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lstm4j.forecast.baseline.LinearMap;
import org.lstm4j.forecast.baseline.LinearMapFit;
import org.lstm4j.forecast.baseline.NLinear;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSpec;

/// Fits [NLinear] to the training parts that a forecaster was trained on; their validation parts choose the ridge, and then train too, as
/// those of a network may.
///
/// Each series is divided by its seasonal naive error first, so that the largest does not decide the map of all.
///
/// @param window of the forecaster
/// @param targets to foretell
/// @param season steps in a season
public record LinearBaselineFit(WindowSpec window, List<String> targets, int season) {

    private static final double[] RIDGES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
    /// Without a validation part.
    private static final double MIDDLE_RIDGE = 1e-3;
    /// Neighbouring windows say nearly the same.
    private static final int MOST_JUDGED = 500;
    private static final long MOST_FITTED = 40_000;

    /// A target of a series, scaled.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(double[] values, int trainEnd) {}

    /// @param splits one for each series; what lies behind the validation part is not looked at
    /// @return empty where no training window is complete
    public Optional<NLinear> fit(List<TimeSeries> series, List<TimeSplit> splits) {
        List<Part> parts = IntStream.range(0, series.size())
                .boxed()
                .flatMap(index -> targets.stream().map(target -> part(series.get(index), splits.get(index), target)))
                .toList();
        LinearMapFit fit = fitted(parts.stream()
                .map(part -> Arrays.copyOf(part.values(), part.trainEnd()))
                .toList());
        if (fit.windows() == 0) {
            return Optional.empty();
        }
        double ridge = best(fit, parts).ridge();
        return Optional.of(new NLinear(fitted(parts.stream().map(Part::values).toList()).solve(ridge)));
    }

    private LinearMapFit fitted(List<double[]> parts) {
        long windows = parts.stream().mapToLong(part -> Math.max(0, part.length - window.steps() + 1)).sum();
        int stride = (int) Math.max(1, windows / MOST_FITTED);
        LinearMapFit fit = new LinearMapFit(window.lookback(), window.horizon());
        for (double[] part : parts) {
            NLinear.addWindows(part, stride, fit);
        }
        return fit;
    }

    private Part part(TimeSeries series, TimeSplit split, String target) {
        double[] values = Arrays.copyOf(series.column(target), split.validationEnd());
        double scale = Metrics.seasonalNaiveError(Arrays.copyOf(values, split.trainEnd()), season);
        if (scale > 0) {
            Arrays.setAll(values, step -> values[step] / scale);
        }
        return new Part(values, split.trainEnd());
    }

    private LinearMap best(LinearMapFit fit, List<Part> parts) {
        double[] ridges = Double.isNaN(error(fit.solve(MIDDLE_RIDGE), parts)) ? new double[]{MIDDLE_RIDGE} : RIDGES;
        return fit.solve(ridges, map -> error(map, parts));
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
        return part.values().length - window.horizon();
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
