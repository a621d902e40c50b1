package org.lstm4j.nn;

import org.lstm4j.kernels.Activations;
import org.lstm4j.tensor.Shape;

/// A softmax at work: every axis but the innermost counts rows.
final class SoftmaxPass extends CheckedPass {

    private final int width;

    SoftmaxPass(Layer layer, Shape shape, PassMode mode) {
        super(layer, shape, shape, mode);
        width = shape.last();
    }

    @Override
    void run(float[] x, float[] y) {
        for (int row = 0; row < y.length; row += width) {
            float most = largest(x, row, width);
            double sum = 0;
            for (int index = row; index < row + width; index++) {
                y[index] = Activations.exp(x[index] - most);
                sum += y[index];
            }
            for (int index = row; index < row + width; index++) {
                y[index] = (float) (y[index] / sum);
            }
        }
    }

    /// dxₖ = yₖ·(dyₖ − Σ dyⱼ·yⱼ).
    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < dx.length; row += width) {
            double mean = 0;
            for (int index = row; index < row + width; index++) {
                mean += (double) dy[index] * y[index];
            }
            for (int index = row; index < row + width; index++) {
                dx[index] = (float) (y[index] * (dy[index] - mean));
            }
        }
    }

    /// The largest of a row; NaN anywhere gives a row of NaN later, by the sum.
    static float largest(float[] x, int first, int count) {
        float most = x[first];
        for (int index = first + 1; index < first + count; index++) {
            most = x[index] > most ? x[index] : most;
        }
        return most;
    }
}
