package org.lstm4j.forecast.anomaly;

import java.util.OptionalDouble;
import org.lstm4j.special.Normal;

/// How far a value lies from the mean of those before it, without any forecast: the windowed Gaussian detector of the Numenta Anomaly
/// Benchmark, which a detector that forecasts should beat.
///
/// The score is 1 − Q(|x − mean| / deviation) over a window of earlier values, which moves on a block of steps at a time; until it is full
/// it grows with every step. The first value scores 0. Missing values have no score.
///
/// Source: the detector `windowedGaussian` of NAB, whose window of 6400 and block of 100 were tuned on NAB itself.
public final class WindowedGaussian {

    /// Stands for the deviation of values that are all equal.
    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] window;
    private final double[] block;
    private int filled;
    private int waiting;
    private double mean;
    private double deviation = 1;

    /// @param window values looked back on, at least 1
    /// @param block values by which a full window moves on, from 1 to `window`
    public WindowedGaussian(int window, int block) {
        if (block < 1 || block > window) {
            throw new IllegalArgumentException(
                    "a window of " + window + " values cannot move on by " + block
                            + "; give a block from 1 to the window");
        }
        this.window = new double[window];
        this.block = new double[block];
    }

    /// NAB's window of 6400 and block of 100.
    public static WindowedGaussian standard() {
        return new WindowedGaussian(6400, 100);
    }

    /// Scores the next value and remembers it.
    ///
    /// @return 0 for the first, then from 0.5 to 1; empty when the value is missing
    public OptionalDouble score(double value) {
        if (Double.isNaN(value)) {
            return OptionalDouble.empty();
        }
        double score = filled == 0 ? 0 : 1 - Normal.cumulative(-Math.abs(value - mean) / deviation);
        if (filled < window.length) {
            window[filled++] = value;
            estimate();
        } else {
            block[waiting++] = value;
            if (waiting == block.length) {
                moveOn();
            }
        }
        return OptionalDouble.of(score);
    }

    private void moveOn() {
        System.arraycopy(window, block.length, window, 0, window.length - block.length);
        System.arraycopy(block, 0, window, window.length - block.length, block.length);
        waiting = 0;
        estimate();
    }

    private void estimate() {
        double sum = 0;
        for (int index = 0; index < filled; index++) {
            sum += window[index];
        }
        mean = sum / filled;
        double squares = 0;
        for (int index = 0; index < filled; index++) {
            squares += (window[index] - mean) * (window[index] - mean);
        }
        double found = Math.sqrt(squares / filled);
        deviation = found == 0 ? LEAST_DEVIATION : found;
    }
}
