package org.lstm4j.train;

import java.util.List;
import java.util.OptionalDouble;

/// What a [LearningRateFinder] has seen: the loss against a rising learning rate.
///
/// @param points by rising rate
/// @param diverged whether the last point is where the loss went out of bounds, rather than where the rates ended
public record LearningRateCurve(List<Point> points, boolean diverged) {

    /// Rates at which the loss is out of bounds lie at least a tenth of that away from a good one.
    private static final double MARGIN = 10;

    public LearningRateCurve {
        points = List.copyOf(points);
    }

    /// One step.
    ///
    /// @param learningRate the rate of the step
    /// @param loss loss of the batch before the step; NaN or infinite where it went out of bounds
    /// @param smoothed running mean of the losses so far
    public record Point(double learningRate, double loss, double smoothed) {}

    /// The rate at which the smoothed loss falls fastest over the logarithm of the rate: from one point to the next the
    /// differences of the logarithms are equal, so it is the point in the middle of the largest fall over two steps.
    ///
    /// Nothing when it never falls.
    public OptionalDouble steepest() {
        double largest = 0;
        OptionalDouble rate = OptionalDouble.empty();
        for (int middle = 1; middle + 1 < points.size(); middle++) {
            double fall = points.get(middle - 1).smoothed() - points.get(middle + 1).smoothed();
            if (fall > largest) {
                largest = fall;
                rate = OptionalDouble.of(points.get(middle).learningRate());
            }
        }
        return rate;
    }

    /// A tenth of the rate at which the loss went out of bounds; nothing when it never did.
    public OptionalDouble tenthOfDivergence() {
        return diverged ? OptionalDouble.of(points.getLast().learningRate() / MARGIN) : OptionalDouble.empty();
    }

    /// A learning rate to begin with: the [#steepest], but not above the [#tenthOfDivergence]. Nothing when the loss never
    /// falls.
    public OptionalDouble suggestion() {
        if (steepest().isEmpty()) {
            return OptionalDouble.empty();
        }
        double bound = tenthOfDivergence().orElse(Double.POSITIVE_INFINITY);
        return OptionalDouble.of(Math.min(steepest().getAsDouble(), bound));
    }
}
