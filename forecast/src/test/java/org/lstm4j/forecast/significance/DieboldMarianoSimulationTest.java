package org.lstm4j.forecast.significance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// How often differences are found where there are none, and where there is one: overlapping windows of two series
/// that share the moment, 8 steps ahead, an origin every 2 steps.
class DieboldMarianoSimulationTest {

    private static final int TRIALS = 2000;
    private static final int HORIZON = 8;
    private static final int STRIDE = 2;

    @Test
    void findsADifferenceInAboutFivePercentOfEqualForecasts() {
        // 5.1 % ± 3 · 0.5 %, with room for the approximation
        assertThat(shareFound(40, 1, HORIZON)).isBetween(0.03, 0.075);
        assertThat(shareFound(120, 1, HORIZON)).isBetween(0.03, 0.07);
    }

    @Test
    void staysNearFivePercentWithAsFewWindowsAsItTakes() {
        assertThat(shareFound(20, 1, HORIZON)).isBetween(0.03, 0.09);
    }

    /// The fault that the lags are there to prevent.
    @Test
    void wouldFindThemFarTooOftenIfOverlapWereForgotten() {
        assertThat(shareFound(120, 1, STRIDE)).isGreaterThan(0.2);
    }

    @Test
    void findsARealDifference() {
        assertThat(shareFound(120, 1.25, HORIZON)).isGreaterThan(0.9);
    }

    /// @param noise how many times larger the errors of the second forecast are
    /// @param assumedHorizon the horizon by which lags are counted
    private static double shareFound(int origins, double noise, int assumedHorizon) {
        RandomStream random = new RandomStreams(origins).stream("errors");
        int lags = new LossDifferentials(ForecastLoss.ABSOLUTE, assumedHorizon, STRIDE).lags();
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SkillComparison comparison = DieboldMariano.test(differentials(random, origins, noise), lags,
                    Alternative.DIFFERENT);
            found += comparison.pValue() < 0.05 ? 1 : 0;
        }
        return found / (double) TRIALS;
    }

    private static double[] differentials(RandomStream random, int origins, double noise) {
        int steps = origins * STRIDE + HORIZON;
        double[][] first = errors(random, steps, 1);
        double[][] second = errors(random, steps, noise);
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, HORIZON, STRIDE);
        for (int index = 0; index < origins; index++) {
            int origin = index * STRIDE;
            for (int series = 0; series < first.length; series++) {
                windows.add(origin, new double[HORIZON], window(first[series], origin), window(second[series], origin));
            }
        }
        return windows.values();
    }

    /// Errors of two series, half of which is common to both.
    private static double[][] errors(RandomStream random, int steps, double scale) {
        double[][] errors = new double[2][steps];
        for (int step = 0; step < steps; step++) {
            double common = random.nextGaussian();
            errors[0][step] = scale * (common + random.nextGaussian());
            errors[1][step] = scale * (common + random.nextGaussian());
        }
        return errors;
    }

    private static double[] window(double[] errors, int origin) {
        double[] window = new double[HORIZON];
        System.arraycopy(errors, origin, window, 0, HORIZON);
        return window;
    }
}
