package org.lstm4j.forecast.baseline;

/// A linear map from a window of inputs to outputs, y = W·x, as [LinearMapFit] finds it.
///
/// Immutable; may be shared by threads. The same window gives the same bytes everywhere: each output is one sum in the order
/// of the inputs.
public final class LinearMap {

    private final double[][] weights;
    private final int inputs;
    private final double ridge;

    /// @param weights W, `[outputs][inputs]`; copied
    /// @param ridge the ridge it was fitted with
    LinearMap(double[][] weights, double ridge) {
        this.weights = new double[weights.length][];
        for (int output = 0; output < weights.length; output++) {
            this.weights[output] = weights[output].clone();
        }
        this.inputs = weights[0].length;
        this.ridge = ridge;
    }

    /// Length of a window x.
    public int inputs() {
        return inputs;
    }

    /// Length of what comes out.
    public int outputs() {
        return weights.length;
    }

    /// The ridge in effect: at least the one asked for ([LinearMapFit#solve]).
    public double ridge() {
        return ridge;
    }

    /// A copy of W, `[outputs][inputs]`.
    public double[][] weights() {
        double[][] copy = new double[weights.length][];
        for (int output = 0; output < copy.length; output++) {
            copy[output] = weights[output].clone();
        }
        return copy;
    }

    /// y = W·x in a new array.
    ///
    /// @param x `[inputs]`
    /// @return `[outputs]`
    public double[] apply(double[] x) {
        double[] y = new double[outputs()];
        apply(x, y);
        return y;
    }

    /// y = W·x without allocation.
    ///
    /// @param x `[inputs]`
    /// @param y `[outputs]`, overwritten
    public void apply(double[] x, double[] y) {
        if (x.length != inputs || y.length != outputs()) {
            throw new IllegalArgumentException("the map takes " + inputs + " inputs to " + outputs()
                    + " outputs, but was given arrays of " + x.length + " and " + y.length);
        }
        for (int output = 0; output < y.length; output++) {
            double[] row = weights[output];
            double sum = 0;
            for (int input = 0; input < inputs; input++) {
                sum += row[input] * x[input];
            }
            y[output] = sum;
        }
    }
}
