package org.lstm4j.nn;

import org.lstm4j.kernels.Activations;
import org.lstm4j.tensor.Shape;

/// The logarithm of a softmax at work, yₖ = xₖ − m − ln Σ e^(xⱼ − m) with the largest m: every axis but the innermost counts rows.
final class LogSoftmaxPass extends CheckedPass {

    private final int width;

    LogSoftmaxPass(Layer layer, Shape shape, PassMode mode) {
        super(layer, shape, shape, mode);
        width = shape.last();
    }

    @Override
    void run(float[] x, float[] y) {
        for (int row = 0; row < y.length; row += width) {
            float most = SoftmaxPass.largest(x, row, width);
            double sum = 0;
            for (int index = row; index < row + width; index++) {
                sum += Activations.exp(x[index] - most);
            }
            double subtracted = most + StrictMath.log(sum);
            for (int index = row; index < row + width; index++) {
                y[index] = (float) (x[index] - subtracted);
            }
        }
    }

    /// dxₖ = dyₖ − e^(yₖ)·Σ dyⱼ.
    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < dx.length; row += width) {
            double sum = 0;
            for (int index = row; index < row + width; index++) {
                sum += dy[index];
            }
            for (int index = row; index < row + width; index++) {
                dx[index] = (float) (dy[index] - Activations.exp(y[index]) * sum);
            }
        }
    }
}
