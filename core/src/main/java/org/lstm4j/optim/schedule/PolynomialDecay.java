package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that falls along a power of the time that is left, and then stays.
///
/// ```
/// end + (initial − end)·(1 − step / steps)^power        with end = endFactor·initial
/// ```
///
/// With power 1 a straight line: PyTorch's LinearLR from 1 to `endFactor`. Keras' PolynomialDecay; PyTorch's PolynomialLR ends at 0.
///
/// @param steps until the end is reached, at least 1
/// @param endFactor the last rate as a share of the initial one, in (0, 1]
/// @param power above 0; 1 is a straight line, above it the rate falls faster at first
public record PolynomialDecay(long steps, double endFactor, double power) implements LearningRateSchedule {

    public PolynomialDecay {
        Checks.requireSteps("steps", steps);
        Checks.requireFactor("end factor", endFactor);
        if (!(power > 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("power must be a number above 0, but was " + power);
        }
    }

    /// A straight line.
    public static PolynomialDecay linear(long steps, double endFactor) {
        return new PolynomialDecay(steps, endFactor, 1);
    }

    @Override
    public double learningRate(long step, double initial) {
        double left = 1 - (double) Math.min(step, steps) / steps;
        double end = endFactor * initial;
        return end + (initial - end) * StrictMath.pow(left, power);
    }
}
