package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that drops at even distances: initial·factor^⌊step / every⌋. PyTorch's StepLR.
///
/// @param every steps between two drops, at least 1
/// @param factor what is left after a drop, in (0, 1]
public record StepDecay(long every, double factor) implements LearningRateSchedule {

    public StepDecay {
        Checks.requireSteps("every", every);
        Checks.requireFactor("factor", factor);
    }

    @Override
    public double learningRate(long step, double initial) {
        long drops = step / every;
        return initial * StrictMath.pow(factor, (double) drops);
    }
}
