package org.lstm4j.optim.schedule;

import org.lstm4j.optim.LearningRateSchedule;

/// The optimizer's own rate at every step: what others are put before or compared with.
public record ConstantRate() implements LearningRateSchedule {

    @Override
    public double learningRate(long step, double initial) {
        return initial;
    }
}
