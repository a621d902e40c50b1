package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that climbs along a straight line, while averages of an optimizer are still made of few gradients, and then follows another
/// schedule, which counts its steps from there.
///
/// ```
/// initial·(startFactor + (1 − startFactor)·step / steps)        for step < steps
/// ```
///
/// PyTorch's LinearLR followed by another schedule in a SequentialLR.
///
/// Source: Goyal and others, Accurate, Large Minibatch SGD, 2017, section 2.2.
///
/// @param steps of the climb, at least 1
/// @param startFactor the first rate as a share of the initial one, in (0, 1]
/// @param then what follows
public record WarmUp(long steps, double startFactor, LearningRateSchedule then) implements LearningRateSchedule {

    public WarmUp {
        Checks.requireSteps("steps", steps);
        Checks.requireFactor("start factor", startFactor);
    }

    /// Begins with the first of as many even stairs as there are steps.
    public WarmUp(long steps, LearningRateSchedule then) {
        this(steps, 1.0 / Math.max(1, steps), then);
    }

    @Override
    public double learningRate(long step, double initial) {
        if (step >= steps) {
            return then.learningRate(step - steps, initial);
        }
        return initial * (startFactor + (1 - startFactor) * step / steps);
    }
}
