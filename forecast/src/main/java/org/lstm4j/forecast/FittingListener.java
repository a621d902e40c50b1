package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.train.Callback;

/// A callback that hears not only how a training goes but which one: fitting a forecaster may take several.
public interface FittingListener extends Callback {

    /// A training begins, or a trial whose epochs are not told of.
    ///
    /// @param what in a few words: `trying revin, skip linear (1 of 8)`, `network 2 of 3`; empty where there is nothing to tell apart
    /// @param epochs there will be at most, 0 of a trial
    void onStage(String what, int epochs);

    /// Tells those that want to hear it.
    static void tell(List<? extends Callback> callbacks, String what, int epochs) {
        for (Callback callback : callbacks) {
            if (callback instanceof FittingListener listener) {
                listener.onStage(what, epochs);
            }
        }
    }
}
