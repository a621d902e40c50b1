package org.lstm4j.interop.verify;

import java.util.List;

/// How far what a network says is from what another framework said.
///
/// @param largestDifference the largest |received − expected| in units of the standard deviation of what was expected; NaN when something
///        was NaN
/// @param index of the element where that is, one for each axis
/// @param expected what the other framework said there
/// @param received what the network says there
/// @param standardDeviation of all that was expected, over samples and outputs together; 1 where it is 0
/// @param elements that were compared
public record Comparison(double largestDifference, List<Integer> index, double expected, double received,
        double standardDeviation, int elements) {

    public Comparison {
        index = List.copyOf(index);
    }

    /// Whether no difference is larger than the tolerance; never when something was NaN.
    public boolean isWithin(double tolerance) {
        return largestDifference <= tolerance;
    }
}
