package org.lstm4j.train;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Stops training when a log has not improved for some epochs, and gives the network its best weights back.
///
/// {@snippet :
/// Monitor error = Monitor.lowest("val_mae").withMinDelta(0.001);
/// model.fit(samples, options, new EarlyStopping(error, 5).withBaseline(0.2).withStartFromEpoch(10));
/// }
///
/// `FitOptions.withEarlyStopping(5)` is the short way for the validation loss. Beside others, put it first where they are to
/// see the restored weights in `onTrainEnd`.
///
/// Source: Prechelt, Early Stopping - But When?, 1998; options as in Keras.
public final class EarlyStopping implements Callback {

    private final StoppingRule rule;
    private @Nullable Weights bestWeights;
    private int bestEpoch;
    private double best;
    private int waited;

    /// Restores the best weights; watches from the first epoch, without a baseline.
    ///
    /// @param patience epochs without improvement before training stops, at least 1
    public EarlyStopping(Monitor monitor, int patience) {
        this(new StoppingRule(monitor, patience, Double.NaN, true, 1));
    }

    private EarlyStopping(StoppingRule rule) {
        this.rule = rule;
    }

    /// Epochs count as improvement only when they are better than that too.
    ///
    /// @throws IllegalArgumentException when it is NaN
    public EarlyStopping withBaseline(double baseline) {
        if (Double.isNaN(baseline)) {
            throw new IllegalArgumentException("the baseline of early stopping must be a number, but was NaN");
        }
        return new EarlyStopping(rule.withBaseline(baseline));
    }

    /// Keeps the weights of the last epoch, as Keras does unless told otherwise.
    public EarlyStopping withoutRestoring() {
        return new EarlyStopping(rule.withRestoring(false));
    }

    /// Does not look at the epochs before that one. Keras' `start_from_epoch` counts from 0, this from 1.
    public EarlyStopping withStartFromEpoch(int epoch) {
        return new EarlyStopping(rule.withFirstEpoch(epoch));
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        rule.monitor().requireKnownTo(control);
        best = rule.monitor().worst();
        bestEpoch = 0;
        waited = 0;
        bestWeights = rule.restores() ? new Weights(control.network().parameters()) : null;
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        OptionalDouble value = rule.monitor().valueOf(epoch);
        if (value.isEmpty() || epoch.epoch() < rule.firstEpoch()) {
            return;
        }
        waited++;
        if (rule.monitor().isBetter(value.getAsDouble(), best)) {
            improve(epoch.epoch(), value.getAsDouble());
        }
        if (waited >= rule.patience()) {
            control.stop(rule.monitor().name() + " has not improved for " + waited
                    + (waited == 1 ? " epoch" : " epochs"));
        }
    }

    private void improve(int epoch, double value) {
        best = value;
        bestEpoch = epoch;
        if (bestWeights != null) {
            bestWeights.save();
        }
        if (rule.beatsBaseline(value)) {
            waited = 0;
        }
    }

    @Override
    public void onTrainEnd(TrainingControl control) {
        if (bestWeights != null && bestEpoch > 0) {
            bestWeights.restore();
            control.keepEpoch(bestEpoch);
        }
        bestWeights = null; // a copy of all weights is not held longer than needed
    }
}
