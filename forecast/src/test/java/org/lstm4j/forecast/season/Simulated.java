package org.lstm4j.forecast.season;

import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Made-up series with properties that are known.
final class Simulated {

    private final RandomStream random;

    Simulated(long seed) {
        this.random = new RandomStreams(seed).stream("simulated series");
    }

    double[] whiteNoise(int steps) {
        return autoregressive(steps, 0);
    }

    /// x(t) = x(t−1) + noise.
    double[] randomWalk(int steps) {
        return autoregressive(steps, 1);
    }

    /// x(t) = coefficient · x(t−1) + noise, noise of standard deviation 1.
    double[] autoregressive(int steps, double coefficient) {
        double[] values = new double[steps];
        double last = 0;
        for (int step = 0; step < steps; step++) {
            last = coefficient * last + random.nextGaussian();
            values[step] = last;
        }
        return values;
    }

    /// Adds a sine wave.
    static double[] plusWave(double[] values, int season, double amplitude) {
        double[] sum = values.clone();
        for (int step = 0; step < sum.length; step++) {
            sum[step] += amplitude * StrictMath.sin(2 * Math.PI * step / season);
        }
        return sum;
    }

    /// Adds a straight line.
    static double[] plusLine(double[] values, double slope) {
        double[] sum = values.clone();
        for (int step = 0; step < sum.length; step++) {
            sum[step] += slope * step;
        }
        return sum;
    }

    /// Makes a share of the values missing.
    double[] withMissing(double[] values, double share) {
        double[] some = values.clone();
        for (int step = 0; step < some.length; step++) {
            if (random.nextDouble() < share) {
                some[step] = Double.NaN;
            }
        }
        return some;
    }
}
