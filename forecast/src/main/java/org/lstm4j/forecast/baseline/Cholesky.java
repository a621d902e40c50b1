package org.lstm4j.forecast.baseline;

/// The Cholesky factor L of a symmetric matrix A = L·Lᵀ, row by row, and equations solved with it.
///
/// Golub and Van Loan, Matrix Computations, 4.2. Cost: n³/6 multiplications, and n² for each right-hand side.
final class Cholesky {

    /// A pivot below this share of its diagonal element is rounding.
    private static final double SINGULAR = 1e-14;

    /// Row i has i + 1 elements.
    private final double[][] factor;
    private final boolean regular;

    /// @param lower the lower triangle of A, row i of i + 1 elements; overwritten
    Cholesky(double[][] lower) {
        this.factor = lower;
        this.regular = factorise();
    }

    /// Whether A is positive definite beyond rounding; only then there is a factor.
    boolean isRegular() {
        return regular;
    }

    /// Solves A·Z = B.
    ///
    /// @param right B, `[n][columns]`; overwritten with Z
    /// @return right
    double[][] solve(double[][] right) {
        int n = factor.length;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < row; column++) {
                subtract(right[row], factor[row][column], right[column]);
            }
            divide(right[row], factor[row][row]);
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int below = row + 1; below < n; below++) {
                subtract(right[row], factor[below][row], right[below]);
            }
            divide(right[row], factor[row][row]);
        }
        return right;
    }

    private boolean factorise() {
        for (int row = 0; row < factor.length; row++) {
            double diagonal = factor[row][row];
            for (int column = 0; column < row; column++) {
                factor[row][column] = (factor[row][column] - product(factor[row], factor[column], column))
                        / factor[column][column];
            }
            double pivot = diagonal - product(factor[row], factor[row], row);
            if (!(pivot > SINGULAR * diagonal)) {
                return false;
            }
            factor[row][row] = Math.sqrt(pivot);
        }
        return true;
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int index = 0; index < length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] row) {
        for (int column = 0; column < from.length; column++) {
            from[column] -= factor * row[column];
        }
    }

    private static void divide(double[] row, double divisor) {
        for (int column = 0; column < row.length; column++) {
            row[column] /= divisor;
        }
    }
}
