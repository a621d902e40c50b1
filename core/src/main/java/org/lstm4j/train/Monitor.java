package org.lstm4j.train;

import java.util.Objects;
import java.util.OptionalDouble;

/// Which log of an epoch is watched, and what better means.
///
/// A value is better than another when it lies more than `minDelta` beyond it: `value < other − minDelta` where low is good,
/// `value > other + minDelta` where high is.
///
/// @param name as in [History.Epoch#logs]: `val_loss`
/// @param goal whether low or high values are good
/// @param minDelta how much better counts, at least 0
public record Monitor(String name, Goal goal, double minDelta) {

    /// Which values are good.
    public enum Goal {
        /// Low ones, as of a loss.
        LOWEST,
        /// High ones, as of R².
        HIGHEST
    }

    /// The validation loss, where any lower value is better.
    public static final Monitor VALIDATION_LOSS = lowest(History.Epoch.VALIDATION_LOSS);

    public Monitor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(goal, "goal");
        if (!(minDelta >= 0) || Double.isInfinite(minDelta)) {
            throw new IllegalArgumentException("min delta must be a number from 0 on, but was " + minDelta);
        }
    }

    /// Low values are good, any lower one is better.
    public static Monitor lowest(String name) {
        return new Monitor(name, Goal.LOWEST, 0);
    }

    /// High values are good, any higher one is better.
    public static Monitor highest(String name) {
        return new Monitor(name, Goal.HIGHEST, 0);
    }

    /// Counts only improvements larger than that.
    public Monitor withMinDelta(double other) {
        return new Monitor(name, goal, other);
    }

    /// Worse than anything: where a search for the best begins.
    public double worst() {
        return switch (goal) {
            case LOWEST -> Double.POSITIVE_INFINITY;
            case HIGHEST -> Double.NEGATIVE_INFINITY;
        };
    }

    /// Whether a value is better than another by more than the least difference. NaN never is.
    public boolean isBetter(double value, double than) {
        return switch (goal) {
            case LOWEST -> value < than - minDelta;
            case HIGHEST -> value > than + minDelta;
        };
    }

    /// What an epoch has under the name; nothing in epochs without validation when it is of that.
    public OptionalDouble valueOf(History.Epoch epoch) {
        Double value = epoch.logs().get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Checks that the fit will have such a log.
    ///
    /// @throws IllegalArgumentException when it will not, naming those it has
    public void requireKnownTo(TrainingControl control) {
        if (!control.logNames().contains(name)) {
            String validation = name.startsWith(History.Epoch.VALIDATION)
                    ? "add withValidation(…), or watch one of those"
                    : "watch one of those";
            throw new IllegalArgumentException("a callback watches '" + name + "', but the logs of this fit are "
                    + String.join(", ", control.logNames()) + "; " + validation);
        }
    }
}
