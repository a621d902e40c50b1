package org.lstm4j.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.SavedState;
import org.lstm4j.optim.WeightAverage;

/// The average of the weights over a fit, where one is wanted: in place of the weights from the end of an epoch's batches to the
/// beginning of the next epoch.
final class AveragedWeights {

    private final @Nullable WeightAverage average;

    /// @param share null for no average
    /// @param earlier the average of a run before, to go on from; null to begin one
    AveragedWeights(List<Parameter> parameters, @Nullable AverageShare share, @Nullable SavedState earlier) {
        average = share == null ? null : new WeightAverage(parameters, share);
        if (average != null && earlier != null) {
            average.restore(earlier);
        }
    }

    /// Takes in the weights after an update.
    void update() {
        if (average != null) {
            average.update();
        }
    }

    /// Puts the average in place of the weights.
    void show() {
        if (average != null && !average.swapped()) {
            average.swap();
        }
    }

    /// Whether the average is in place of the weights.
    boolean shown() {
        return average != null && average.swapped();
    }

    /// The average so far; null where there is none.
    ///
    /// @throws IllegalStateException while it is in place of the weights
    @Nullable
    SavedState state() {
        return average == null ? null : average.state();
    }

    /// Puts the weights back, to go on training.
    void hide() {
        if (average != null && shown()) {
            average.swap();
        }
    }
}
