package org.lstm4j.reference;

import org.lstm4j.nn.Activation;

/// A recurrent cell written in scalars that know their derivatives.
interface TextbookCell {

    /// What a step begins with, whatever the cell calls it.
    ///
    /// @param x [F]
    /// @param read the hidden state as the products see it, [outputs]
    Scalar[] preActivations(Scalar[] x, Scalar[] read);

    /// The new cell state, [H]; empty for cells without.
    Scalar[] newCell(Scalar[] sums, Scalar[] before);

    /// The new hidden state, [outputs].
    ///
    /// @param hiddenBefore h of the step before
    /// @param cellBefore c of the step before
    /// @param cell the new cell state
    Scalar[] hidden(Scalar[] sums, Scalar[] hiddenBefore, Scalar[] cellBefore, Scalar[] cell);

    /// A matrix, row-major, times a vector.
    static Scalar[] product(Scalar[] matrix, Scalar[] vector, int rows) {
        Scalar[] result = new Scalar[rows];
        for (int row = 0; row < rows; row++) {
            Scalar sum = Scalar.of(0);
            for (int column = 0; column < vector.length; column++) {
                sum = sum.plus(matrix[row * vector.length + column].times(vector[column]));
            }
            result[row] = sum;
        }
        return result;
    }

    /// The activation of a candidate or state.
    static Scalar activation(Activation activation, Scalar x, TextbookFault fault) {
        Scalar y = apply(activation, x);
        return fault == TextbookFault.SLOPE_OF_TANH_FOR_ACTIVATION ? y.blaming(x.tanh()) : y;
    }

    /// The activation of a gate.
    static Scalar gate(Activation activation, Scalar x, TextbookFault fault) {
        Scalar y = apply(activation, x);
        return fault == TextbookFault.SLOPE_OF_SIGMOID_FOR_GATES ? y.blaming(x.sigmoid()) : y;
    }

    /// The activation in double, its slope by a formula of x.
    static Scalar apply(Activation activation, Scalar x) {
        return switch (activation) {
            case SIGMOID -> x.sigmoid();
            case TANH -> x.tanh();
            case LINEAR -> x;
            case RELU -> x.map(v -> Math.max(v, 0), v -> v > 0 ? 1 : 0);
            case HARD_SIGMOID -> x.map(v -> Math.clamp(v / 6 + 0.5, 0, 1), v -> Math.abs(v) < 3 ? 1.0 / 6 : 0);
            case SOFTSIGN -> x.map(v -> v / (1 + Math.abs(v)), v -> 1 / ((1 + Math.abs(v)) * (1 + Math.abs(v))));
            case SOFTPLUS -> x.map(v -> StrictMath.log1p(StrictMath.exp(v)), v -> 1 / (1 + StrictMath.exp(-v)));
            case ELU -> x.map(v -> v > 0 ? v : StrictMath.expm1(v), v -> v > 0 ? 1 : StrictMath.exp(v));
            case HARD_TANH -> x.map(v -> Math.clamp(v, -1, 1), v -> Math.abs(v) < 1 ? 1 : 0);
            default -> throw new IllegalArgumentException("the textbook has no " + activation);
        };
    }
}
