package org.lstm4j.forecast;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.baseline.LinearMap;
import org.lstm4j.forecast.baseline.LinearMapFit;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Finds the forecast that stands beside a network, from training windows; validation windows choose the ridge of the linear one.
///
/// @param season steps in a season
/// @param longSeason steps in a longer one, 1 when there is none
record SkipFit(WindowForm form, int season, int longSeason) {

    /// Windows beyond these change a map of a few hundred inputs little, and take time.
    private static final int MOST_FITTED = 20_000;
    private static final int MOST_JUDGED = 2_000;
    private static final double[] RIDGES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
    /// Without validation windows.
    private static final double MIDDLE_RIDGE = 1e-3;

    /// What stands beside a network.
    ///
    /// @param path empty for nothing
    /// @param ridge of a linear path
    record Found(Optional<SkipPath> path, OptionalDouble ridge) {

        static Found of(SkipPath path) {
            return new Found(Optional.of(path), OptionalDouble.empty());
        }
    }

    /// @param train without a skip path
    /// @param validation without a skip path; may be empty
    /// @throws ConfigurationException when a season is asked for that there is not, or is not looked back on
    Found fit(Skip skip, WindowSamples train, WindowSamples validation) {
        return skip == Skip.LINEAR ? linear(mapOf(train), validation) : withoutData(skip);
    }

    /// The same on other windows, when the ridge is known.
    ///
    /// @param train without a skip path
    Found fit(Skip skip, WindowSamples train, OptionalDouble ridge) {
        return skip == Skip.LINEAR ? linear(mapOf(train), ridge.orElse(MIDDLE_RIDGE)) : withoutData(skip);
    }

    private Found withoutData(Skip skip) {
        return switch (skip) {
            case NONE, LINEAR -> new Found(Optional.empty(), OptionalDouble.empty());
            case LAST -> Found.of(SkipPath.seasonal(form.window(), 1));
            case SEASONAL -> Found.of(seasonal(season));
            case LONG_SEASONAL -> Found.of(seasonal(longSeason));
        };
    }

    private SkipPath seasonal(int steps) {
        if (steps > form.window().lookback()) {
            throw new ConfigurationException(new Problem(
                    "a seasonal skip path reads the season before, and the lookback is shorter than a season",
                    "a lookback of at least " + steps + " steps", form.window().lookback() + " steps",
                    "use --lookback " + steps + " or more, or --skip linear"));
        }
        return SkipPath.seasonal(form.window(), steps);
    }

    private LinearMapFit mapOf(WindowSamples train) {
        LinearMapFit fit = new LinearMapFit(form.window().lookback(), form.window().horizon());
        new EachTarget(train.thinned(MOST_FITTED)).forEach((looked, foretold) -> fit.add(looked, foretold));
        return fit;
    }

    private Found linear(LinearMapFit fit, WindowSamples validation) {
        if (fit.windows() == 0 || validation.count() == 0) {
            return linear(fit, MIDDLE_RIDGE);
        }
        WindowSamples judged = validation.thinned(MOST_JUDGED);
        return found(fit.solve(RIDGES, map -> error(map, judged)));
    }

    private Found linear(LinearMapFit fit, double ridge) {
        return fit.windows() == 0
                ? new Found(Optional.of(path(zero())), OptionalDouble.of(ridge))
                : found(fit.solve(ridge));
    }

    private static Found found(LinearMap map) {
        return new Found(Optional.of(path(map.weights())), OptionalDouble.of(map.ridge()));
    }

    private double[][] zero() {
        return new double[form.window().horizon()][form.window().lookback()];
    }

    /// The mean absolute error in the unit of the windows.
    private static double error(LinearMap map, WindowSamples judged) {
        double[] sums = new double[2];
        double[] said = new double[map.outputs()];
        new EachTarget(judged).forEach((looked, foretold) -> {
            map.apply(looked, said);
            for (int step = 0; step < said.length; step++) {
                if (!Double.isNaN(foretold[step])) {
                    sums[0] += Math.abs(said[step] - foretold[step]);
                    sums[1]++;
                }
            }
        });
        return sums[0] / sums[1];
    }

    private static SkipPath path(double[][] weights) {
        float[][] narrow = new float[weights.length][weights[0].length];
        for (int step = 0; step < narrow.length; step++) {
            for (int back = 0; back < narrow[step].length; back++) {
                narrow[step][back] = (float) weights[step][back];
            }
        }
        return new SkipPath(narrow);
    }

    /// Each target of each sample by itself.
    private record EachTarget(WindowSamples samples) {

        /// Takes one target of one window; the arrays are reused.
        interface Taker {
            void take(double[] looked, double[] foretold);
        }

        void forEach(Taker taker) {
            int channels = samples.inputShape().last();
            int targets = samples.form().targets();
            float[] inputs = new float[samples.inputShape().elements()];
            float[] outputs = new float[samples.targetShape().elements()];
            double[] looked = new double[samples.form().window().lookback()];
            double[] foretold = new double[samples.form().window().horizon()];
            for (int sample = 0; sample < samples.count(); sample++) {
                samples.copy(sample, inputs, 0, outputs, 0);
                for (int target = 0; target < targets; target++) {
                    copy(inputs, target, channels, looked);
                    copy(outputs, target, targets, foretold);
                    taker.take(looked, foretold);
                }
            }
        }

        private static void copy(float[] from, int first, int stride, double[] to) {
            for (int index = 0; index < to.length; index++) {
                to[index] = from[first + index * stride];
            }
        }
    }
}
