package org.lstm4j.forecast.conformal;

import java.util.Arrays;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.special.Normal;

/// Forecasts of a made-up world and what came true there.
///
/// @param raw [windows, steps, levels]
/// @param actual [windows, steps]
/// @param scales [windows]
@SuppressWarnings("ArrayRecordComponent") // never compared
record SyntheticWindows(double[] levels, double[][][] raw, double[][] actual, double[] scales) {

    /// Normal errors of standard deviation 1 at the first step and one more at each next; the forecasts are the quantiles of what
    /// they would be with another deviation and mean.
    static SyntheticWindows normal(String seed, int windows, int steps, double believed, double shift,
            double... levels) {
        RandomStream random = new RandomStreams(5).stream(seed);
        double[][][] raw = new double[windows][steps][levels.length];
        double[][] actual = new double[windows][steps];
        double[] scales = new double[windows];
        Arrays.fill(scales, 1);
        for (int window = 0; window < windows; window++) {
            for (int step = 0; step < steps; step++) {
                double level = 10 * random.nextGaussian();
                for (int index = 0; index < levels.length; index++) {
                    raw[window][step][index] = level + believed * Normal.quantile(levels[index]) - shift;
                }
                actual[window][step] = level + (step + 1) * random.nextGaussian();
            }
        }
        return new SyntheticWindows(levels, raw, actual, scales);
    }

    /// The same world, in which windows have scales from 0.1 to 10 that the forecasts know nothing of.
    SyntheticWindows withScales(String seed) {
        RandomStream random = new RandomStreams(6).stream(seed);
        double[][] scaled = new double[actual.length][actual[0].length];
        double[] drawn = new double[scales.length];
        int median = levels.length / 2;
        for (int window = 0; window < scaled.length; window++) {
            drawn[window] = StrictMath.pow(10, 2 * random.nextDouble() - 1);
            for (int step = 0; step < scaled[window].length; step++) {
                double centre = raw[window][step][median];
                scaled[window][step] = centre + drawn[window] * (actual[window][step] - centre);
            }
        }
        return new SyntheticWindows(levels, raw, scaled, drawn);
    }

    SyntheticWindows part(int from, int to) {
        return new SyntheticWindows(levels, Arrays.copyOfRange(raw, from, to), Arrays.copyOfRange(actual, from, to),
                Arrays.copyOfRange(scales, from, to));
    }

    CalibrationWindows calibration() {
        return CalibrationWindows.ofQuantiles(levels, raw, actual);
    }
}
