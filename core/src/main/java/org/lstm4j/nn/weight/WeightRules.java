package org.lstm4j.nn.weight;

import java.util.Objects;

/// What is asked of the weights of a layer, by their role. Immutable; Keras' `kernel_regularizer`, `recurrent_constraint` and so on.
///
/// | role | dense layers | embeddings | recurrent layers |
/// |---|---|---|---|
/// | kernel | weights | table, a unit being the vector of a category | input weights |
/// | recurrent | | | recurrent weights |
/// | bias | bias | | biases, of a GRU those that PyTorch and Keras keep in two as their sum |
///
/// Projections and peepholes of an LSTM have no rule.
///
/// @param kernel of the weights that the input is multiplied by
/// @param recurrent of those that the hidden state is multiplied by
/// @param bias of the biases
public record WeightRules(WeightRule kernel, WeightRule recurrent, WeightRule bias) {

    /// All weights may be as they like.
    public static final WeightRules NONE = new WeightRules(WeightRule.NONE, WeightRule.NONE, WeightRule.NONE);

    public WeightRules {
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(recurrent, "recurrent");
        Objects.requireNonNull(bias, "bias");
    }

    public WeightRules withKernel(WeightRule other) {
        return new WeightRules(other, recurrent, bias);
    }

    public WeightRules withRecurrent(WeightRule other) {
        return new WeightRules(kernel, other, bias);
    }

    public WeightRules withBias(WeightRule other) {
        return new WeightRules(kernel, recurrent, other);
    }

    /// Checks the rules of a layer that has no recurrent weights.
    ///
    /// @param kind of the layer
    /// @throws IllegalArgumentException when there is a rule for them
    public void requireNoRecurrent(String kind) {
        require(recurrent, kind, "recurrent weights");
    }

    /// Checks the rules of a layer that has no bias.
    ///
    /// @param kind of the layer
    /// @throws IllegalArgumentException when there is a rule for it
    public void requireNoBias(String kind) {
        require(bias, kind, "bias");
    }

    private static void require(WeightRule rule, String kind, String role) {
        if (!rule.equals(WeightRule.NONE)) {
            throw new IllegalArgumentException("this " + kind + " layer has no " + role + ", but a rule for it: " + rule
                    + "; leave its regularizer and constraint out");
        }
    }
}
