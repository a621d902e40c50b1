package org.lstm4j.explain;

import org.lstm4j.tensor.Tensor;

/// What each number of a sample adds to what a network says of it, beside what it says of a baseline.
///
/// @param values in the shape of one sample, in the unit of the output, with signs; belongs to the attribution
/// @param output f(x)
/// @param baselineOutput f(baseline)
/// @param gap how far the sum of the values is from the difference of both outputs: what numerical integration has lost
/// @param points at which the slope was asked for
/// @param complete whether the gap is within what was tolerated
public record Attribution(
        Tensor values, double output, double baselineOutput, double gap, int points, boolean complete) {

    /// What the values add up to but for the gap: f(x) − f(baseline).
    public double difference() {
        return output - baselineOutput;
    }
}
