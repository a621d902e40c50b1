package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;

/// What is made of each feature's values over the steps of a sequence that count, at work.
abstract class PoolingPass extends CheckedPass {

    private final StepMask all;
    /// Of the last forward.
    private StepMask mask;
    final int steps;
    final int features;

    /// @param inputShape [batch, steps, features]
    /// @param outputShape [batch, features]
    PoolingPass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        steps = inputShape.size(1);
        features = inputShape.last();
        all = StepMask.all(inputShape.size(0), steps);
        mask = all;
    }

    @Override
    final void run(float[] x, float[] y) {
        run(x, y, all);
    }

    @Override
    final void run(float[] x, float[] y, StepMask counting) {
        counting.requireSize(all.batch(), steps);
        mask = counting;
        for (int row = 0; row < all.batch(); row++) {
            pool(row, mask, x, y);
        }
    }

    @Override
    final void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        for (int row = 0; row < all.batch(); row++) {
            spread(row, mask, dy, dx);
        }
    }

    /// Computes a sequence's row of y.
    abstract void pool(int row, StepMask counting, float[] x, float[] y);

    /// Computes a sequence's part of dx, which holds what backward before left there.
    abstract void spread(int row, StepMask counting, float[] dy, float[] dx);

    /// Where a step of a sequence begins in the input.
    final int at(int row, int step) {
        return (row * steps + step) * features;
    }
}
