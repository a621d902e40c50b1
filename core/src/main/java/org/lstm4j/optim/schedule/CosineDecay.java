package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that falls along half a cosine, slowly at both ends, and then stays.
///
/// ```
/// end + (initial − end)·(1 + cos(π·step / steps)) / 2        with end = endFactor·initial
/// ```
///
/// PyTorch's CosineAnnealingLR until `steps`, where that one climbs again; Keras' CosineDecay.
///
/// Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017, equation 5.
///
/// @param steps until the end is reached, at least 1
/// @param endFactor the last rate as a share of the initial one, in (0, 1]
public record CosineDecay(long steps, double endFactor) implements LearningRateSchedule {

    public CosineDecay {
        Checks.requireSteps("steps", steps);
        Checks.requireFactor("end factor", endFactor);
    }

    @Override
    public double learningRate(long step, double initial) {
        return between(initial, endFactor * initial, (double) Math.min(step, steps) / steps);
    }

    /// On half a cosine from one rate to another.
    ///
    /// @param progress 0 at the first, 1 at the second
    static double between(double first, double second, double progress) {
        return second + (first - second) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }
}
