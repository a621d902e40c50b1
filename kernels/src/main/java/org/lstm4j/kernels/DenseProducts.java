package org.lstm4j.kernels;

/// The products of a dense layer, y = x·Wᵀ + b with W [outputs, inputs], forward and backward.
///
/// Plain loops over whole rows, which the just-in-time compiler turns into SIMD by itself; there is no second implementation.
/// Every sum has the order of its formula, with fused multiply-add.
public final class DenseProducts {

    /// Rows in one chunk of the weight gradient: each chunk is summed from 0 in order, chunks are added in order. Shorter
    /// sums lose less to rounding; the length is part of the contract because it decides the bytes.
    public static final int CHUNK_ROWS = 128;

    private DenseProducts() {}

    /// `y[r][j] = b[j] + Σ k: x[r][k]·w[j][k]`, k in order.
    ///
    /// @param x row r at `xOffset + r·xStride`
    /// @param weights [outputs, inputs]
    /// @param y out, [rows, outputs] from row `firstRow`
    public static void forward(
            int firstRow,
            int endRow,
            int inputs,
            int outputs,
            float[] x,
            int xOffset,
            int xStride,
            float[] weights,
            float[] bias,
            float[] y) {
        for (int row = firstRow; row < endRow; row++) {
            int from = xOffset + row * xStride;
            for (int output = 0; output < outputs; output++) {
                float sum = bias[output];
                for (int k = 0; k < inputs; k++) {
                    sum = Math.fma(x[from + k], weights[output * inputs + k], sum);
                }
                y[row * outputs + output] = sum;
            }
        }
    }

    /// `dx[r][k] = Σ j: dy[r][j]·w[j][k]`, j in order, from 0.
    public static void inputGradient(
            int firstRow, int endRow, int inputs, int outputs, float[] dy, float[] weights, float[] dx) {
        for (int row = firstRow; row < endRow; row++) {
            int to = row * inputs;
            for (int k = 0; k < inputs; k++) {
                dx[to + k] = 0f;
            }
            for (int output = 0; output < outputs; output++) {
                addScaled(inputs, dy[row * outputs + output], weights, output * inputs, dx, to);
            }
        }
    }

    /// `dw[j][k] += Σ r: dy[r][j]·x[r][k]` and `db[j] += Σ r: dy[r][j]`, rows in order within chunks of [#CHUNK_ROWS].
    ///
    /// @param sums scratch of `inputs` floats
    public static void weightGradient(
            int rows,
            int inputs,
            int outputs,
            float[] x,
            int xOffset,
            int xStride,
            float[] dy,
            float[] dw,
            float[] db,
            float[] sums) {
        for (int output = 0; output < outputs; output++) {
            for (int first = 0; first < rows; first += CHUNK_ROWS) {
                int end = Math.min(rows, first + CHUNK_ROWS);
                float biasSum = 0f;
                for (int k = 0; k < inputs; k++) {
                    sums[k] = 0f;
                }
                for (int row = first; row < end; row++) {
                    float factor = dy[row * outputs + output];
                    biasSum += factor;
                    addScaled(inputs, factor, x, xOffset + row * xStride, sums, 0);
                }
                db[output] += biasSum;
                addScaled(inputs, 1f, sums, 0, dw, output * inputs);
            }
        }
    }

    private static void addScaled(
            int count, float factor, float[] values, int valuesOffset, float[] sums, int sumsOffset) {
        for (int index = 0; index < count; index++) {
            sums[sumsOffset + index] = Math.fma(factor, values[valuesOffset + index], sums[sumsOffset + index]);
        }
    }
}
