package planted.org.lstm4j.kernels;

import java.util.function.DoubleUnaryOperator;

/// Offends on purpose: as a call, a method reference, and inside a lambda.
public final class UsesMath {

    double exponential(double x) {
        return Math.exp(x);
    }

    DoubleUnaryOperator tanh() {
        return Math::tanh;
    }

    DoubleUnaryOperator logarithm() {
        return x -> 1 + Math.log(x);
    }
}
