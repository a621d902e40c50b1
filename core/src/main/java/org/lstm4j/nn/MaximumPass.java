package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.tensor.Shape;

/// The largest over the steps that count at work; remembers where it was. NaN at any of them gives NaN; 0 where none counts.
final class MaximumPass extends PoolingPass {

    private static final int NOWHERE = -1;

    /// Where in the input each output comes from.
    private final int[] places;

    MaximumPass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        places = new int[outputShape.elements()];
    }

    @Override
    void pool(int row, StepMask counting, float[] x, float[] y) {
        for (int feature = 0; feature < features; feature++) {
            int best = NOWHERE;
            for (int step = 0; step < steps; step++) {
                int place = at(row, step) + feature;
                if (counting.counts(row, step)
                        && (best == NOWHERE || x[place] > x[best] || Float.isNaN(x[place]))) {
                    best = place;
                }
            }
            places[row * features + feature] = best;
            y[row * features + feature] = best == NOWHERE ? 0f : x[best];
        }
    }

    @Override
    void spread(int row, StepMask counting, float[] dy, float[] dx) {
        Arrays.fill(dx, at(row, 0), at(row + 1, 0), 0f);
        for (int index = row * features; index < (row + 1) * features; index++) {
            if (places[index] != NOWHERE) {
                dx[places[index]] = dy[index];
            }
        }
    }
}
