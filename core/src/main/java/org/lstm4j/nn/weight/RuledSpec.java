package org.lstm4j.nn.weight;

/// Settings of a layer whose weights can have rules.
///
/// {@snippet :
/// new DenseSpec(10).withKernelRegularizer(WeightRegularizer.l2(1e-4)).withKernelConstraint(new MaxNorm(3))
/// }
///
/// @param <S> the settings themselves
public interface RuledSpec<S> {

    /// What is asked of the weights.
    WeightRules weightRules();

    /// @throws IllegalArgumentException when there is a rule for weights that the layer does not have
    S withWeightRules(WeightRules other);

    /// A penalty on the weights that the input is multiplied by.
    default S withKernelRegularizer(WeightRegularizer regularizer) {
        return withWeightRules(weightRules().withKernel(weightRules().kernel().withRegularizer(regularizer)));
    }

    /// A bound for the weights that the input is multiplied by.
    default S withKernelConstraint(WeightConstraint constraint) {
        return withWeightRules(weightRules().withKernel(weightRules().kernel().withConstraint(constraint)));
    }

    /// A penalty on the weights that the hidden state is multiplied by.
    ///
    /// @throws IllegalArgumentException when the layer is not recurrent
    default S withRecurrentRegularizer(WeightRegularizer regularizer) {
        return withWeightRules(weightRules().withRecurrent(weightRules().recurrent().withRegularizer(regularizer)));
    }

    /// A bound for the weights that the hidden state is multiplied by.
    ///
    /// @throws IllegalArgumentException when the layer is not recurrent
    default S withRecurrentConstraint(WeightConstraint constraint) {
        return withWeightRules(weightRules().withRecurrent(weightRules().recurrent().withConstraint(constraint)));
    }

    /// A penalty on the biases.
    ///
    /// @throws IllegalArgumentException when the layer has none
    default S withBiasRegularizer(WeightRegularizer regularizer) {
        return withWeightRules(weightRules().withBias(weightRules().bias().withRegularizer(regularizer)));
    }

    /// A bound for the biases.
    ///
    /// @throws IllegalArgumentException when the layer has none
    default S withBiasConstraint(WeightConstraint constraint) {
        return withWeightRules(weightRules().withBias(weightRules().bias().withConstraint(constraint)));
    }
}
