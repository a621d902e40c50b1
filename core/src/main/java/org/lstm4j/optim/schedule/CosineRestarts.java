package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// A rate that falls along half a cosine again and again, beginning anew at the initial rate; each fall may be longer than the one
/// before. PyTorch's CosineAnnealingWarmRestarts.
///
/// Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017.
///
/// @param steps of the first fall, at least 1
/// @param growth how many times as long as the one before each fall is, at least 1
/// @param endFactor where a fall leads to as a share of the initial rate, in (0, 1]
public record CosineRestarts(long steps, int growth, double endFactor) implements LearningRateSchedule {

    public CosineRestarts {
        Checks.requireSteps("steps", steps);
        Checks.requireSteps("growth", growth);
        Checks.requireFactor("end factor", endFactor);
    }

    @Override
    public double learningRate(long step, double initial) {
        long length = steps;
        long into = growth == 1 ? step % steps : step;
        while (into >= length) {
            into -= length;
            length *= growth;
        }
        return CosineDecay.between(initial, endFactor * initial, (double) into / length);
    }
}
