package org.lstm4j.forecast;

import java.util.Locale;
import java.util.Optional;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.optim.schedule.CosineDecay;
import org.lstm4j.optim.schedule.ExponentialDecay;
import org.lstm4j.optim.schedule.OneCycle;
import org.lstm4j.optim.schedule.PolynomialDecay;
import org.lstm4j.optim.schedule.StepDecay;
import org.lstm4j.optim.schedule.WarmUp;

/// How the learning rate moves over a training, beginning at the optimizer's own. Those that fall reach a hundredth at the last
/// epoch, whether training stops before it or not.
public enum RateSchedule {
    /// The same rate throughout.
    CONSTANT,
    /// A tenth after each third of the epochs.
    STEP,
    /// In a straight line.
    LINEAR,
    /// By the same share at every step.
    EXPONENTIAL,
    /// Along half a cosine.
    COSINE,
    /// Rises over the first twentieth, then falls along half a cosine.
    WARM_UP_COSINE,
    /// From a twenty-fifth up to the rate in the first three tenths, then down to next to nothing (Smith and Topin 2018).
    ONE_CYCLE,
    /// A tenth whenever the validation loss has not fallen for three epochs.
    PLATEAU;

    /// The last rate as a share of the first.
    private static final double END = 0.01;

    /// Its name on the command line: `one-cycle`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The rate by step; empty where it does not move by steps.
    ///
    /// @param steps of all epochs, at least 1
    Optional<LearningRateSchedule> over(long steps) {
        return Optional.ofNullable(switch (this) {
            case CONSTANT, PLATEAU -> null;
            case STEP -> new StepDecay(Math.max(1, steps / 3), 0.1);
            case LINEAR -> PolynomialDecay.linear(steps, END);
            case EXPONENTIAL -> new ExponentialDecay(END, steps);
            case COSINE -> new CosineDecay(steps, END);
            case WARM_UP_COSINE -> warmUpCosine(Math.max(1, steps / 20), steps);
            case ONE_CYCLE -> new OneCycle(Math.max(2, steps)); // it has a first step and a last one
        });
    }

    private static LearningRateSchedule warmUpCosine(long climb, long steps) {
        return new WarmUp(climb, new CosineDecay(Math.max(1, steps - climb), END));
    }
}
