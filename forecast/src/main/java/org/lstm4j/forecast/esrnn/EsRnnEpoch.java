package org.lstm4j.forecast.esrnn;

import java.util.function.Supplier;

/// What is told after an epoch.
///
/// Forecasts averaged over the last checkpoints, as Smyl averages those of five epochs, are made by keeping [#model] of those epochs
/// and taking the mean of what they foretell.
///
/// @param epoch from 1
/// @param loss mean over all series of loss and penalty, as they were when the series was gone through
/// @param snapshot copies network and series as they are now
public record EsRnnEpoch(int epoch, double loss, Supplier<EsRnn> snapshot) {

    /// The model as it is now; training goes on without it.
    public EsRnn model() {
        return snapshot.get();
    }
}
