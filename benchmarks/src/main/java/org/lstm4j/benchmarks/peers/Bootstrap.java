package org.lstm4j.benchmarks.peers;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lstm4j.benchmarks.protocol.Spread;

/// How sure a median is: the percentile bootstrap, one-sided.
///
/// Samples of the same size are drawn from the samples, with repetition, and the median of each is taken; a tenth of those
/// medians lie below the bound. Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
final class Bootstrap {

    private static final int RESAMPLES = 10_000;
    private static final double BELOW = 0.1;
    private static final long SEED = 42;

    private Bootstrap() {}

    /// What the median exceeds with 90 % confidence; the same samples give the same bound.
    ///
    /// @throws IllegalArgumentException when there is no sample
    static double lowerBound(double... samples) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[samples.length];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            for (int index = 0; index < drawn.length; index++) {
                drawn[index] = samples[random.nextInt(samples.length)];
            }
            medians[resample] = Spread.of(drawn).median();
        }
        Arrays.sort(medians);
        return medians[(int) (BELOW * RESAMPLES)];
    }
}
