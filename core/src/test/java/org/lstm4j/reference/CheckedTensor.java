package org.lstm4j.reference;

import java.util.List;

/// A tensor that a loss depends on, and the gradient to be checked, row beside row.
///
/// @param name for messages
/// @param values live: changing one changes the loss
/// @param gradients of the same shape
record CheckedTensor(String name, List<double[]> values, List<double[]> gradients) {

    CheckedTensor(String name, double[][] values, double[][] gradients) {
        this(name, Rows.of(values), Rows.of(gradients));
    }

    int count() {
        return Rows.count(values);
    }
}
