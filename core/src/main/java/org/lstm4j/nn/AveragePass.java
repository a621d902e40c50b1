package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// The mean over steps at work: y = (Σ xₜ) / T, summed in the order of the steps.
final class AveragePass extends CheckedPass {

    private final int steps;
    private final int features;

    AveragePass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        steps = inputShape.size(1);
        features = inputShape.last();
    }

    @Override
    void run(float[] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            int from = index / features * steps * features + index % features;
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                sum += x[from + step * features];
            }
            y[index] = (float) (sum / steps);
        }
    }

    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        for (int index = 0; index < dx.length; index++) {
            dx[index] = dy[index / (steps * features) * features + index % features] / steps;
        }
    }
}
