package org.lstm4j.reference;

import java.util.List;

/// What a layer without recurrence computes, in double: all elements of a batch in, all out, row-major.
@FunctionalInterface
interface ReferenceLayer {

    /// @param x all elements of the input
    /// @param parameters in the order of the layer's
    /// @return all elements of the output
    double[] apply(double[] x, List<double[]> parameters);

    /// What it adds to the loss itself.
    default double penalty(double[] x) {
        return 0;
    }
}
