package org.lstm4j.forecast.deepar;

import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// A process whose future is known as far as it can be: a season and, on it, deviations that fade,
///
/// ```
/// y(t) = level + 3·sin(2πt/8) + d(t)        d(t) = 0.7·d(t − 1) + ε,  ε normal, deviation 1
/// ```
///
/// so that h steps after a deviation d the value is normal around season + 0.7ʰ·d, with variance (1 − 0.7²ʰ) / (1 − 0.7²).
///
/// @param deviations d by step
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
record SeasonalProcess(DeepArSeries series, double level, double[] deviations) {

    private static final double FADING = 0.7;

    /// @param ahead steps of the known covariates beyond the target
    static SeasonalProcess draw(String name, double level, int steps, int ahead) {
        RandomStream random = new RandomStreams(7).stream(name);
        double[] deviations = new double[steps];
        double[] target = new double[steps];
        double deviation = 0;
        for (int step = 0; step < steps; step++) {
            deviation = FADING * deviation + random.nextGaussian();
            deviations[step] = deviation;
            target[step] = season(level, step) + deviation;
        }
        double[] sine = new double[steps + ahead];
        double[] cosine = new double[steps + ahead];
        for (int step = 0; step < sine.length; step++) {
            sine[step] = StrictMath.sin(StrictMath.PI * step / 4);
            cosine[step] = StrictMath.cos(StrictMath.PI * step / 4);
        }
        return new SeasonalProcess(DeepArSeries.of(name, target).withKnown(sine, cosine), level, deviations);
    }

    static double season(double level, int step) {
        return level + 3 * StrictMath.sin(StrictMath.PI * step / 4);
    }

    /// The expected value `ahead` steps after the last known one.
    double mean(int origin, int ahead) {
        return season(level, origin - 1 + ahead) + StrictMath.pow(FADING, ahead) * deviations[origin - 1];
    }

    static double deviation(int ahead) {
        return Math.sqrt((1 - StrictMath.pow(FADING, 2.0 * ahead)) / (1 - FADING * FADING));
    }
}
