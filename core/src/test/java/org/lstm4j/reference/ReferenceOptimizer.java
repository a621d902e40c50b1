package org.lstm4j.reference;

import java.util.List;

/// Moves weights against their gradients. Weights and gradients come as rows, in the same order at every step.
interface ReferenceOptimizer {

    void step(List<double[]> weights, List<double[]> gradients);

    /// Rows of zeros, as many and as long as those given.
    static List<double[]> zerosLike(List<double[]> rows) {
        return rows.stream().map(row -> new double[row.length]).toList();
    }
}
