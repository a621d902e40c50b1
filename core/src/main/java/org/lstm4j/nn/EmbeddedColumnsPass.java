package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.tensor.Shape;

/// Embedded columns at work: gradients are added to the rows that were looked up, in the order of the input.
final class EmbeddedColumnsPass extends CheckedPass {

    private final EmbeddedColumns layer;
    private final int rows;
    private final int numbers;
    private final int columns;
    private final int outputs;
    /// Of the last forward, [rows, tables].
    private final int[] indices;

    EmbeddedColumnsPass(EmbeddedColumns layer, Shape inputShape, Shape outputShape, PassMode mode) {
        super(layer, inputShape, outputShape, mode);
        this.layer = layer;
        columns = inputShape.last();
        outputs = outputShape.last();
        numbers = columns - tables();
        rows = inputShape.elements() / columns;
        indices = new int[rows * tables()];
    }

    private int tables() {
        return layer.parameters().size();
    }

    @Override
    void run(float[] x, float[] y) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * columns, y, row * outputs, numbers);
            int to = row * outputs + numbers;
            for (int table = 0; table < tables(); table++) {
                EmbeddingSpec spec = layer.spec().tables().get(table);
                int index = index(x[row * columns + numbers + table], spec, row, numbers + table);
                indices[row * tables() + table] = index;
                float[] vectors = layer.parameters().get(table).value();
                System.arraycopy(vectors, index * spec.units(), y, to, spec.units());
                to += spec.units();
            }
        }
    }

    private int index(float value, EmbeddingSpec spec, int row, int column) {
        int index = (int) value;
        if (index != value || index < 0 || index >= spec.vocabulary()) { // NaN is no index either
            throw new IllegalArgumentException("the input of layer \"" + layer.name() + "\" is " + value + " in row "
                    + row + ", column " + column + " (counted from 0), but must be a whole number from 0 to "
                    + (spec.vocabulary() - 1)
                    + "; number the categories from 0, or build the layer with a larger vocabulary");
        }
        return index;
    }

    @Override
    void addWeightGradients(float[] x, float[] y, float[] dy) {
        for (int row = 0; row < rows; row++) {
            int from = row * outputs + numbers;
            for (int table = 0; table < tables(); table++) {
                int units = layer.spec().tables().get(table).units();
                float[] gradient = layer.parameters().get(table).gradient();
                int to = indices[row * tables() + table] * units;
                for (int unit = 0; unit < units; unit++) {
                    gradient[to + unit] += dy[from + unit];
                }
                from += units;
            }
        }
    }

    /// Which row is looked up does not change a little: the gradient of a category is 0.
    @Override
    void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
        Arrays.fill(dx, 0f);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(dy, row * outputs, dx, row * columns, numbers);
        }
    }
}
