package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// The mean over the n steps that count at work: y = (Σ xₜ) / n, summed in the order of the steps; 0 where none counts.
final class AveragePass extends PoolingPass {

    AveragePass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
    }

    @Override
    void pool(int row, StepMask counting, float[] x, float[] y) {
        int length = counting.length(row);
        for (int feature = 0; feature < features; feature++) {
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                if (counting.counts(row, step)) {
                    sum += x[at(row, step) + feature];
                }
            }
            y[row * features + feature] = length == 0 ? 0f : (float) (sum / length);
        }
    }

    @Override
    void spread(int row, StepMask counting, float[] dy, float[] dx) {
        int length = counting.length(row);
        for (int step = 0; step < steps; step++) {
            boolean counts = counting.counts(row, step);
            for (int feature = 0; feature < features; feature++) {
                dx[at(row, step) + feature] = counts ? dy[row * features + feature] / length : 0f;
            }
        }
    }
}
