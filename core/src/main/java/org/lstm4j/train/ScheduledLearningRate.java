package org.lstm4j.train;

import java.util.Objects;
import org.lstm4j.optim.LearningRateSchedule;

/// Sets the learning rate by a schedule.
///
/// {@snippet :
/// LearningRateSchedule tenthAfterFive = (epoch, initial) -> epoch < 5 ? initial : initial / 10;
/// model.fit(samples, FitOptions.epochs(10), ScheduledLearningRate.perEpoch(tenthAfterFive));
/// }
///
/// The initial rate is that of the optimizer's spec. A fit with an initial epoch goes on where that epoch begins.
/// `FitOptions.withSchedule` is the short way for steps.
public final class ScheduledLearningRate implements Callback {

    private final LearningRateSchedule schedule;
    private final boolean byEpoch;

    private ScheduledLearningRate(LearningRateSchedule schedule, boolean byEpoch) {
        this.schedule = Objects.requireNonNull(schedule, "schedule");
        this.byEpoch = byEpoch;
    }

    /// Anew for every update of the weights, numbered from 0.
    public static ScheduledLearningRate perStep(LearningRateSchedule schedule) {
        return new ScheduledLearningRate(schedule, false);
    }

    /// Anew for every epoch, numbered from 0 as in Keras' LearningRateScheduler.
    public static ScheduledLearningRate perEpoch(LearningRateSchedule schedule) {
        return new ScheduledLearningRate(schedule, true);
    }

    @Override
    public void onEpochBegin(int epoch, TrainingControl control) {
        set(byEpoch ? epoch - 1 : control.step(), control);
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        if (!byEpoch) {
            set(control.step(), control);
        }
    }

    private void set(long step, TrainingControl control) {
        control.setLearningRate(schedule.learningRate(step, control.initialLearningRate()));
    }
}
