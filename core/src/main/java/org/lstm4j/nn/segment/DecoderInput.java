package org.lstm4j.nn.segment;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What the decoder reads, from the tables: position and categories side by side, and what is known of the segment added to both.
final class DecoderInput {

    private final String layer;
    private final SegmentWindow window;
    private final ChannelWindows channels;
    private final DecoderTables tables;
    private final int batch;
    private final int segments;
    private final int units;
    private final int positionUnits;
    /// [batch, categories], of the last forward
    private final int[] ids;
    /// [batch · segments, 1, units]
    final Tensor rows;

    DecoderInput(SegmentLstm layer, ChannelWindows channels, int batch) {
        this.layer = layer.name();
        this.channels = channels;
        this.batch = batch;
        window = layer.spec().window();
        tables = layer.layers().tables();
        segments = window.futureSegments();
        units = layer.spec().units();
        positionUnits = layer.spec().positionUnits();
        ids = new int[batch * window.categories().size()];
        rows = Tensor.zeros(Shape.sequence(1, units).withBatch(batch * segments));
    }

    /// Looks up all rows.
    ///
    /// @param input [batch, lookback + horizon, channels]
    /// @param known what is added, [batch, segments, units]; of no numbers for nothing
    void fill(float[] input, float[] known) {
        float[] x = rows.data();
        float[] positions = tables.positions().value();
        List<Parameter> categories = tables.categories();
        if (!categories.isEmpty()) {
            Arrays.fill(x, 0f);
        }
        for (int row = 0; row < batch * segments; row++) {
            System.arraycopy(positions, row % segments * positionUnits, x, row * units, positionUnits);
        }
        for (int category = 0; category < categories.size(); category++) {
            addCategory(category, input, categories.get(category).value());
        }
        for (int index = 0; index < known.length; index++) {
            x[index] += known[index];
        }
    }

    private void addCategory(int category, float[] input, float[] table) {
        float[] x = rows.data();
        int size = units - positionUnits;
        for (int sample = 0; sample < batch; sample++) {
            int id = id(sample, category, input[channels.categoryAt(sample, category)]);
            ids[sample * window.categories().size() + category] = id;
            for (int segment = 0; segment < segments; segment++) {
                int to = (sample * segments + segment) * units + positionUnits;
                add(size, table, id * size, x, to);
            }
        }
    }

    private int id(int sample, int category, float value) {
        int id = (int) value;
        int count = tables.categories().get(category).shape().size(0);
        if (id != value || id < 0 || id >= count) { // NaN is no id either
            throw new IllegalArgumentException("channel " + (window.observed() + window.known() + category)
                    + " of layer \"" + layer + "\" holds category " + category + ", but is " + value + " at sample "
                    + sample + ", step 0 (counted from 0); it must be a whole number from 0 to " + (count - 1)
                    + ": number the categories from 0, or build the layer for more of them");
        }
        return id;
    }

    /// Adds to the gradients of the tables.
    ///
    /// @param gradient of the rows
    void addGradients(float[] gradient) {
        float[] positions = tables.positions().gradient();
        for (int row = 0; row < batch * segments; row++) {
            add(positionUnits, gradient, row * units, positions, row % segments * positionUnits);
        }
        int count = tables.categories().size();
        int size = units - positionUnits;
        for (int category = 0; category < count; category++) {
            float[] table = tables.categories().get(category).gradient();
            for (int row = 0; row < batch * segments; row++) {
                int id = ids[row / segments * count + category];
                add(size, gradient, row * units + positionUnits, table, id * size);
            }
        }
    }

    private static void add(int count, float[] values, int from, float[] sums, int to) {
        for (int index = 0; index < count; index++) {
            sums[to + index] += values[from + index];
        }
    }
}
