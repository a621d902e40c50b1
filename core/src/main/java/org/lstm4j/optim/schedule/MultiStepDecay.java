package org.lstm4j.optim.schedule;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.optim.LearningRateSchedule;

/// A rate that drops at chosen steps: initial·factor^(milestones reached). PyTorch's MultiStepLR.
///
/// @param factor what is left after a drop, in (0, 1]
/// @param milestones the first steps with a lower rate, each above the one before, the first at least 1
public record MultiStepDecay(double factor, List<Long> milestones) implements LearningRateSchedule {

    public MultiStepDecay {
        Checks.requireFactor("factor", factor);
        milestones = List.copyOf(milestones);
        long before = 0;
        for (long milestone : milestones) {
            if (milestone <= before) {
                throw new IllegalArgumentException(
                        "milestones must be above 0 and each above the one before, but were " + milestones);
            }
            before = milestone;
        }
    }

    public MultiStepDecay(double factor, long... milestones) {
        this(factor, Arrays.stream(milestones).boxed().toList());
    }

    @Override
    public double learningRate(long step, double initial) {
        int reached = 0;
        while (reached < milestones.size() && milestones.get(reached) <= step) {
            reached++;
        }
        return initial * StrictMath.pow(factor, reached);
    }
}
