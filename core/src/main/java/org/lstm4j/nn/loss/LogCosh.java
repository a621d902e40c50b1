package org.lstm4j.nn.loss;

import org.lstm4j.kernels.Activations;

/// The mean of ln(cosh(e)): about ½e² for small errors and |e| − ln 2 for large ones, smooth everywhere. As Keras' `LogCosh`.
public record LogCosh() implements ErrorLoss {

    private static final double LN_2 = 0.6931471805599453;

    @Override
    public String name() {
        return "log-cosh";
    }

    /// cosh overflows for large errors, and its logarithm cancels for small ones; neither form here does.
    @Override
    public double of(double error) {
        double size = Math.abs(error);
        if (size < 1) {
            double half = StrictMath.sinh(size / 2);
            return StrictMath.log1p(2 * half * half); // cosh e = 1 + 2·sinh²(e/2)
        }
        return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - LN_2;
    }

    @Override
    public float slope(float error) {
        return Activations.tanh(error);
    }
}
