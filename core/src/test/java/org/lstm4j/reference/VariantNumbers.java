package org.lstm4j.reference;

import java.util.List;

/// The numbers of a [VariantCase] in double, and how much each of its results counts in the loss. Live: changing one changes the
/// loss of a textbook made of them.
final class VariantNumbers {

    /// [batch, steps, features]
    final double[] input;
    /// [batch, outputs] and [batch, cell units]
    final double[] initialHidden;
    final double[] initialCell;
    /// In the order of the layer's parameters.
    final List<double[]> weights;
    /// As the output.
    final double[] outputWeights;
    /// [batch, outputs] and [batch, cell units]
    final double[] hiddenWeights;
    final double[] cellWeights;

    VariantNumbers(
            double[] input,
            double[] initialHidden,
            double[] initialCell,
            List<double[]> weights,
            double[] outputWeights,
            double[] hiddenWeights,
            double[] cellWeights) {
        this.input = input;
        this.initialHidden = initialHidden;
        this.initialCell = initialCell;
        this.weights = weights;
        this.outputWeights = outputWeights;
        this.hiddenWeights = hiddenWeights;
        this.cellWeights = cellWeights;
    }
}
