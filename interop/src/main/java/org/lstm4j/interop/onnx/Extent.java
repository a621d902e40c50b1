package org.lstm4j.interop.onnx;

/// A size in a graph: a number times powers of the sizes of the input's first two axes, which a file may leave open.
///
/// @param factor 0 or more
/// @param first power of the input's axis 0
/// @param second power of its axis 1
record Extent(long factor, int first, int second) {

    static final Extent ONE = of(1);

    private static final int HIGHEST_POWER = 8;

    Extent {
        if (Math.max(Math.abs(first), Math.abs(second)) > HIGHEST_POWER) {
            throw new ArithmeticException("a size is the product of too many others");
        }
    }

    static Extent of(long number) {
        return new Extent(number, 0, 0);
    }

    /// The size of the input's axis 0 or 1.
    static Extent ofAxis(int axis) {
        return axis == 0 ? new Extent(1, 1, 0) : new Extent(1, 0, 1);
    }

    boolean isNumber() {
        return first == 0 && second == 0;
    }

    boolean is(long number) {
        return isNumber() && factor == number;
    }

    /// @throws ArithmeticException when the product cannot be counted
    Extent times(Extent other) {
        return new Extent(Math.multiplyExact(factor, other.factor), first + other.first, second + other.second);
    }

    /// @throws ArithmeticException when the other is no divisor
    Extent dividedBy(Extent other) {
        if (other.factor == 0 || factor % other.factor != 0 || first < other.first || second < other.second) {
            throw new ArithmeticException(this + " cannot be divided by " + other);
        }
        return new Extent(factor / other.factor, first - other.first, second - other.second);
    }

    @Override
    public String toString() {
        if (isNumber()) {
            return Long.toString(factor);
        }
        return (factor == 1 ? "" : factor + "·") + power("n0", first) + (first > 0 && second > 0 ? "·" : "")
                + power("n1", second);
    }

    private static String power(String name, int exponent) {
        return exponent == 0 ? "" : exponent == 1 ? name : name + "^" + exponent;
    }
}
