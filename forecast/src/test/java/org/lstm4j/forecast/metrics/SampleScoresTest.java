package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class SampleScoresTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final double CUMULATIVE_OF_1 = 0.8413447460685429;

    @Test
    void takesHalfTheSpreadFromTheDistance() {
        // Distances 3, 1, 2: mean 2. Spread |1-3| + |1-6| + |3-6| = 10 over 3 pairs.
        assertThat(SampleScores.crps(4, new double[]{6, 1, 3})).isEqualTo(2 - 10 / 3.0 / 2, EXACT);
    }

    @Test
    void agreesWithTheSumOverAllPairs() {
        RandomStream random = new RandomStreams(1).stream("samples");
        double[] samples = new double[57];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = 1e3 * random.nextGaussian();
        }
        double distance = 0;
        double spread = 0;
        for (double one : samples) {
            distance += Math.abs(one - 250);
            for (double other : samples) {
                spread += Math.abs(one - other);
            }
        }

        assertThat(SampleScores.crps(250, samples)).isEqualTo(distance / 57 - spread / (2 * 57 * 56), within(1e-9));
    }

    @Test
    void isOnAverageTheClosedFormHoweverFewSamples() {
        Gauss gauss = new Gauss(10, 2);
        RandomStream random = new RandomStreams(7).stream("paths");
        double sum = 0;
        int trials = 40_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] samples = new double[4];
            for (int index = 0; index < samples.length; index++) {
                samples[index] = 10 + 2 * random.nextGaussian();
            }
            sum += SampleScores.crps(12, samples);
        }

        // One trial has a standard deviation near 1, the mean of all near 0.005; with i = j counted it would be 0.28 higher
        assertThat(sum / trials).isEqualTo(gauss.crps(1, CUMULATIVE_OF_1), within(0.02));
    }

    @Test
    void comesNearTheClosedFormWithManySamples() {
        RandomStream random = new RandomStreams(3).stream("samples");
        double[] samples = new double[200_000];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = random.nextGaussian();
        }

        assertThat(SampleScores.crps(1, samples)).isEqualTo(0.6024413576276163, within(0.006));
        assertThat(new Gauss(0, 1).crps(1, CUMULATIVE_OF_1)).isEqualTo(0.6024413576276163, EXACT);
    }

    @Test
    void averagesOverObservedStepsOfPaths() {
        double[][] paths = {{6, 0, 1}, {1, 0, 1}, {3, 0, 1}};

        assertThat(SampleScores.crps(new double[]{4, NaN, 3}, paths)).isEqualTo((1 / 3.0 + 2) / 2, EXACT);
        assertThat(SampleScores.crps(new double[]{NaN, NaN, NaN}, paths)).isNaN();
    }

    @Test
    void isTheAbsoluteErrorWhenAllSamplesAgree() {
        assertThat(SampleScores.crps(7, new double[]{4, 4, 4})).isEqualTo(3, EXACT);
    }

    @Test
    void leavesTheSamplesAsTheyAreAndIsUndefinedWithNaN() {
        double[] samples = {3, NaN, 1};

        assertThat(SampleScores.crps(2, samples)).isNaN();
        assertThat(samples).containsExactly(3, NaN, 1);
        assertThat(SampleScores.crps(NaN, new double[]{1, 2})).isNaN();
    }

    @Test
    void rejectsTooFewSamplesAndPathsOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleScores.crps(1, new double[]{1}))
                .withMessage("CRPS from samples needs at least 2 of them to see their spread, but got 1; draw more, "
                        + "100 are usual");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleScores.crps(new double[2], new double[][]{{1, 2}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleScores.crps(new double[2], new double[][]{{1, 2}, {1}}))
                .withMessage("forecast has 1 steps, but there are 2 actual values");
    }
}
