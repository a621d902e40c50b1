package org.lstm4j.optim;

/// How the learning rate moves during training, as a function of the step alone: a resumed run needs no more than the number
/// of its step. Implementations are immutable.
///
/// A schedule of one's own is a lambda: `(step, initial) -> initial / (1 + 0.01 * step)`.
@FunctionalInterface
public interface LearningRateSchedule {

    /// The learning rate of a step.
    ///
    /// @param step steps taken before, from 0; a step is one update of the weights
    /// @param initial the optimizer's own learning rate, above 0
    /// @return above 0, finite
    double learningRate(long step, double initial);
}
