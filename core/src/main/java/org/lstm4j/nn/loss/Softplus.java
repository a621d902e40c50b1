package org.lstm4j.nn.loss;

/// ln(1 + eˣ): any number made a positive one, without overflow.
final class Softplus {

    private Softplus() {}

    static double of(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /// 1 / (1 + e⁻ˣ), with its relative accuracy also where it is tiny.
    static double slope(double x) {
        double exponential = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? exponential : 1) / (1 + exponential);
    }
}
