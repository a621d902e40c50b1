package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that shrinks by the same share at every step: initial·factor^(step / steps). With `steps` 1 PyTorch's ExponentialLR, else
/// Keras' ExponentialDecay.
///
/// @param factor what is left after that many steps, in (0, 1]
/// @param steps in which the rate shrinks by the factor, at least 1
public record ExponentialDecay(double factor, long steps) implements LearningRateSchedule {

    public ExponentialDecay {
        Checks.requireFactor("factor", factor);
        Checks.requireSteps("steps", steps);
    }

    /// Shrinks by the factor at every step.
    public ExponentialDecay(double factor) {
        this(factor, 1);
    }

    @Override
    public double learningRate(long step, double initial) {
        return initial * StrictMath.pow(factor, (double) step / steps);
    }
}
