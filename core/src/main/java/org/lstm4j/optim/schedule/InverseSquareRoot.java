package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that climbs along a straight line to the optimizer's own and then fades with the root of the time, without an end to be
/// chosen beforehand.
///
/// ```
/// initial·min(t / warmUpSteps, √(warmUpSteps / t))        with t = step + 1
/// ```
///
/// Source: Vaswani and others, Attention Is All You Need, 2017, equation 3, with the initial rate as the peak.
///
/// @param warmUpSteps of the climb, at least 1
public record InverseSquareRoot(long warmUpSteps) implements LearningRateSchedule {

    public InverseSquareRoot {
        Checks.requireSteps("warm-up steps", warmUpSteps);
    }

    @Override
    public double learningRate(long step, double initial) {
        double time = step + 1.0;
        return initial * Math.min(time / warmUpSteps, Math.sqrt(warmUpSteps / time));
    }
}
