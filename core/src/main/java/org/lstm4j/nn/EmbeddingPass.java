package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.tensor.Shape;

/// An embedding at work: looks rows up, and adds gradients to the rows that were looked up, in the order of the input.
final class EmbeddingPass extends CheckedPass {

    private final Embedding layer;
    private final int steps;
    private final int units;
    /// Of the last forward, [batch, steps].
    private final int[] indices;

    EmbeddingPass(Embedding layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        this.layer = layer;
        steps = inputShape.size(1);
        units = outputShape.last();
        indices = new int[inputShape.elements()];
    }

    @Override
    void run(float[] x, float[] y) {
        float[] table = layer.table().value();
        for (int place = 0; place < indices.length; place++) {
            indices[place] = index(x[place], place);
            System.arraycopy(table, indices[place] * units, y, place * units, units);
        }
    }

    private int index(float value, int place) {
        int index = (int) value;
        if (index != value || index < 0 || index >= layer.spec().vocabulary()) { // NaN is no index either
            throw new IllegalArgumentException("the input of layer \"" + layer.name() + "\" is " + value + " at sample "
                    + place / steps + ", step " + place % steps
                    + " (counted from 0), but must be a whole number from 0 to "
                    + (layer.spec().vocabulary() - 1)
                    + "; number the categories from 0, or build the layer with a larger vocabulary");
        }
        return index;
    }

    @Override
    void addWeightGradients(float[] x, float[] y, float[] dy) {
        float[] gradient = layer.table().gradient();
        for (int place = 0; place < indices.length; place++) {
            int row = indices[place] * units;
            for (int unit = 0; unit < units; unit++) {
                gradient[row + unit] += dy[place * units + unit];
            }
        }
    }

    /// Which row is looked up does not change a little: the gradient is 0.
    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        Arrays.fill(dx, 0f);
    }
}
