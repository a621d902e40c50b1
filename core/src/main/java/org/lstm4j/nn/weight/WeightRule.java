package org.lstm4j.nn.weight;

import org.jspecify.annotations.Nullable;

/// What is asked of one array of weights beside a small loss. Immutable.
///
/// @param regularizer its penalty is part of the loss that is minimised; null for none
/// @param constraint holds after every step of the optimizer; null for none
public record WeightRule(@Nullable WeightRegularizer regularizer, @Nullable WeightConstraint constraint) {

    /// Weights may be as they like.
    public static final WeightRule NONE = new WeightRule(null, null);

    public WeightRule withRegularizer(@Nullable WeightRegularizer other) {
        return new WeightRule(other, constraint);
    }

    public WeightRule withConstraint(@Nullable WeightConstraint other) {
        return new WeightRule(regularizer, other);
    }
}
