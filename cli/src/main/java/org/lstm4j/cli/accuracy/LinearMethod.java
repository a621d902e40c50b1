package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.Locale;
import org.lstm4j.forecast.baseline.LinearMap;
import org.lstm4j.forecast.baseline.LinearMapFit;
import org.lstm4j.forecast.baseline.NLinear;
import org.lstm4j.forecast.season.SeasonalGaps;

/// NLinear in closed form: one linear map for all series and targets, fitted to the training part, and then, with the ridge that did best, to training and
/// validation part, but for protocols that keep the latter apart.
///
/// Series are divided by the standard deviation of their training part, so that none counts more for being large. The ridge is the
/// one of least error in the validation part, of squares where the protocol judges squares.
public record LinearMethod() implements AccuracyMethod {

    private static final double[] RIDGES = {0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
    private static final int USUAL_LOOKBACK = 336;
    /// A ridge is chosen on no more windows of a series than these.
    private static final int MOST_JUDGED = 500;

    @Override
    public String name() {
        return "nlinear";
    }

    @Override
    public FittedMethod fit(Task task) {
        LinearMapFit fit = fitted(task, task::training);
        LinearMap best = fit.windows() == 0 ? ofNothing(fit) : fit.solve(RIDGES, map -> validationError(task, map));
        if (fit.windows() > 0 && !task.protocol().split().keepsValidationApart()) {
            best = fitted(task, task::known).solve(best.ridge());
        }
        return new Fitted(task, new NLinear(best), best);
    }

    /// Values of a target of a series.
    private interface Part {

        double[] of(int index, int target);
    }

    private static LinearMapFit fitted(Task task, Part part) {
        LinearMapFit fit = new LinearMapFit(lookback(task), task.protocol().horizon());
        for (TargetOfSeries one : task.targets()) {
            addWindows(fit, scaled(part.of(one.series(), one.target()), task, one));
        }
        return fit;
    }

    /// Two weeks of hours, as in the long-horizon comparisons; where training parts are short, as much as leaves half of the median one for
    /// windows.
    private static int lookback(Task task) {
        int room = Math.max(1, (task.trainingSteps() - task.protocol().horizon()) / 2);
        return Math.min(USUAL_LOOKBACK, room);
    }

    /// Without a single window the map of zeros is the naive forecast.
    private static LinearMap ofNothing(LinearMapFit fit) {
        fit.add(new double[fit.inputs()], new double[fit.outputs()]);
        return fit.solve(0);
    }

    /// Adds the windows whose foretold values were all observed; gaps in what they look back on are drawn as lines.
    private static void addWindows(LinearMapFit fit, double[] training) {
        int first = SeasonalGaps.firstObserved(training, training.length);
        double[] filled = SeasonalGaps.filled(training, training.length, 1);
        NLinear.addWindows(filled, Arrays.copyOfRange(training, first, training.length), fit);
    }

    private static double validationError(Task task, LinearMap map) {
        NLinear linear = new NLinear(map);
        boolean squares = task.protocol().main().isOfSquares();
        double[] sums = new double[2];
        for (TargetOfSeries one : task.targets()) {
            double[] known = scaled(task.known(one.series(), one.target()), task, one);
            int from = task.splits().get(one.series()).trainEnd();
            int last = known.length - map.outputs();
            int stride = Math.max(1, (last - from) / MOST_JUDGED);
            for (int origin = from; origin <= last; origin += stride) {
                addError(linear.forecast(lately(known, origin, map.inputs()), map.outputs()), known, origin, squares,
                        sums);
            }
        }
        return sums[0] / sums[1];
    }

    private static void addError(double[] forecast, double[] known, int origin, boolean squares, double[] sums) {
        for (int step = 0; step < forecast.length; step++) {
            double error = known[origin + step] - forecast[step];
            if (!Double.isNaN(error)) {
                sums[0] += squares ? error * error : Math.abs(error);
                sums[1]++;
            }
        }
    }

    /// The values right before an origin: all that the map reads, and enough before them to fill gaps.
    private static double[] lately(double[] values, int origin, int lookback) {
        return Arrays.copyOfRange(values, Math.max(0, origin - 2 * lookback), origin);
    }

    private static double[] scaled(double[] values, Task task, TargetOfSeries one) {
        double deviation = task.deviation(one.series(), one.target());
        for (int step = 0; step < values.length; step++) {
            values[step] /= deviation;
        }
        return values;
    }

    /// The map is linear, so it serves in the unit of the file as well.
    private record Fitted(Task task, NLinear linear, LinearMap map) implements WindowByWindow {

        @Override
        public WindowForecast forecastOne(JudgedWindow window) {
            double[] values = task.values(window.series(), window.target());
            return WindowForecast.of(linear.forecast(lately(values, window.origin(), map.inputs()),
                    task.protocol().horizon()));
        }

        @Override
        public String settings() {
            return String.format(Locale.ROOT, "lookback %d, ridge %s", map.inputs(), Double.toString(map.ridge()));
        }
    }
}
