package org.lstm4j.train;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.LearningRateSchedule;

/// What happens at every update of the weights, beside the optimizer's step.
///
/// @param clipping how large gradients may be
/// @param schedule the learning rate of every update; null for that of the optimizer
/// @param averaging how the weights of all updates are averaged; null when they are not
public record Updating(
        Clipping clipping, @Nullable LearningRateSchedule schedule, @Nullable AverageShare averaging) {

    /// The optimizer's step alone.
    public static final Updating PLAIN = new Updating(Clipping.NONE, null, null);

    public Updating {
        Objects.requireNonNull(clipping, "clipping");
    }

    Updating withClipping(Clipping other) {
        return new Updating(other, schedule, averaging);
    }

    Updating withSchedule(LearningRateSchedule other) {
        return new Updating(clipping, other, averaging);
    }

    Updating withAveraging(AverageShare other) {
        return new Updating(clipping, schedule, other);
    }
}
