package org.lstm4j.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.WeightAverage;

/// The average of the weights over a fit, where one is wanted: in place of the weights from the end of an epoch's batches to the
/// beginning of the next epoch.
final class AveragedWeights {

    private final @Nullable WeightAverage average;

    /// @param share null for no average
    AveragedWeights(List<Parameter> parameters, @Nullable AverageShare share) {
        average = share == null ? null : new WeightAverage(parameters, share);
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

    /// Puts the weights back, to go on training.
    void hide() {
        if (average != null && average.swapped()) {
            average.swap();
        }
    }
}
