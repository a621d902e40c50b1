package org.lstm4j.train;

import java.util.OptionalDouble;

/// Lowers the learning rate when a log has not improved for some epochs: `rate = max(rate · factor, least)`.
///
/// {@snippet :
/// Callback plateau = new ReduceLearningRateOnPlateau(Monitor.VALIDATION_LOSS.withMinDelta(1e-4)).withPatience(5);
/// }
///
/// After that it looks away for `cooldown` epochs before it counts again. Options and defaults as in Keras,
/// but for the monitor: Keras counts only what is better by 1e-4.
public final class ReduceLearningRateOnPlateau implements Callback {

    private final PlateauRule rule;
    private double best;
    private int waited;
    private int cooling;

    /// A tenth after 10 epochs without improvement, without cooldown, down to any rate.
    public ReduceLearningRateOnPlateau(Monitor monitor) {
        this(new PlateauRule(monitor, 0.1, 10, 0, 0));
    }

    private ReduceLearningRateOnPlateau(PlateauRule rule) {
        this.rule = rule;
    }

    /// @param factor in (0, 1)
    public ReduceLearningRateOnPlateau withFactor(double factor) {
        return new ReduceLearningRateOnPlateau(rule.withFactor(factor));
    }

    /// @param epochs without improvement, at least 1
    public ReduceLearningRateOnPlateau withPatience(int epochs) {
        return new ReduceLearningRateOnPlateau(rule.withPatience(epochs));
    }

    /// @param epochs that are not counted after the rate was lowered, at least 0
    public ReduceLearningRateOnPlateau withCooldown(int epochs) {
        return new ReduceLearningRateOnPlateau(rule.withCooldown(epochs));
    }

    /// @param rate the lowest learning rate, at least 0
    public ReduceLearningRateOnPlateau withLeast(double rate) {
        return new ReduceLearningRateOnPlateau(rule.withLeast(rate));
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        rule.monitor().requireKnownTo(control);
        best = rule.monitor().worst();
        waited = 0;
        cooling = 0;
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        OptionalDouble value = rule.monitor().valueOf(epoch);
        if (value.isEmpty()) {
            return;
        }
        if (cooling > 0) {
            cooling--;
        }
        if (rule.monitor().isBetter(value.getAsDouble(), best)) {
            best = value.getAsDouble();
            waited = 0;
        } else if (cooling == 0) {
            waited++;
            lowerWhenPatienceEnds(control);
        }
    }

    private void lowerWhenPatienceEnds(TrainingControl control) {
        double rate = control.learningRate();
        if (waited >= rule.patience() && rate > rule.least()) {
            control.setLearningRate(rule.lowered(rate));
            cooling = rule.cooldown();
            waited = 0;
        }
    }
}
