package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.tensor.Shape;

/// The largest over steps at work; remembers where it was. NaN at any step gives NaN.
final class MaximumPass extends CheckedPass {

    private final int steps;
    private final int features;
    /// Where in the input each output comes from.
    private final int[] places;

    MaximumPass(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        steps = inputShape.size(1);
        features = inputShape.last();
        places = new int[outputShape.elements()];
    }

    @Override
    void run(float[] x, float[] y) {
        for (int index = 0; index < y.length; index++) {
            int best = index / features * steps * features + index % features;
            for (int step = 1, at = best + features; step < steps; step++, at += features) {
                if (x[at] > x[best] || Float.isNaN(x[at])) {
                    best = at;
                }
            }
            places[index] = best;
            y[index] = x[best];
        }
    }

    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        Arrays.fill(dx, 0f);
        for (int index = 0; index < places.length; index++) {
            dx[places[index]] = dy[index];
        }
    }
}
