package org.lstm4j.train;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.optim.LearningRateSchedule;

/// The callbacks that [FitOptions] asks for.
final class OptionCallbacks {

    private OptionCallbacks() {}

    /// Those, and then the caller's: so the caller's see the weights that early stopping restored, and may overrule the
    /// schedule.
    static List<Callback> before(List<Callback> others, FitOptions options) {
        List<Callback> all = new ArrayList<>();
        LearningRateSchedule schedule = options.updating().schedule();
        if (schedule != null) {
            all.add(ScheduledLearningRate.perStep(schedule));
        }
        if (options.patience() > 0) {
            all.add(new EarlyStopping(Monitor.VALIDATION_LOSS, options.patience()));
        }
        all.addAll(others);
        return all;
    }
}
