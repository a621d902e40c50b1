package org.lstm4j.kernels;

/// How the kernels lay out an LSTM's weights, and the way there and back from the public layout.
///
/// Sixteen units make a **block**, and a block's four gates of sixteen units each make the 64 columns of its **panel**:
/// i of units 0…15, then f, g, o of the same units. A product with one panel therefore gives all that the cell needs for
/// sixteen units, and the layout is the same on every machine, whatever its vector width. H units fill ⌈H/16⌉ blocks; the
/// weights of the units that fill up the last one are 0, so those units stay 0 forward and backward.
///
/// A panel is stored in four **quarters** of sixteen columns, one after the other, so that a quarter is read in one go, and
/// all four as four streams, which memory delivers faster than one (a single sequence over 1,024 units: see
/// docs/performance.md).
///
/// | array | shape | for |
/// |---|---|---|
/// | forward panels | [blocks, 4, 1 + inputs + units, 16] | pre-activations; a quarter is a gate; row 0 is the bias, then the input weights, then the recurrent ones |
/// | transposed panels | [⌈columns/64⌉, 4, 64·blocks, 16] | the gradient of hidden states or inputs: weights as stored, 64 columns at a time |
/// | panel gradients | [blocks, 1 + inputs + units, 64] | sums of the weight gradient, rows as in forward panels |
/// | gates, gate gradients | [blocks, rows, 64] | one step of a batch |
/// | cell states | [blocks, rows, 16] | one step of a batch |
///
/// The public layout is PyTorch's: `inputWeights` [4H, inputs], `recurrentWeights` [4H, H], `bias` [4H], gate order i, f, g, o.
public final class GatePanels {

    /// Units in a block.
    public static final int UNITS = 16;
    /// Gates of a unit: i, f, g, o.
    public static final int GATES = 4;
    /// Columns of a panel: the gates of a block.
    public static final int WIDTH = GATES * UNITS;

    private static final int TRANSPOSED = 8;
    /// A row whose length in bytes is a multiple of 1024 would map the rows of a tile to the same few cache sets.
    private static final int ALIASING_FLOATS = 256;

    private GatePanels() {}

    /// Blocks that hold this many units.
    public static int blocks(int units) {
        return (units + UNITS - 1) / UNITS;
    }

    /// Floats from one row of what a step reads to the next: a little more where rows would alias in the cache.
    ///
    /// @param before floats in front of the hidden states
    public static int readStride(int before, int units) {
        int floats = before + blocks(units) * UNITS;
        return floats % ALIASING_FLOATS == 0 ? floats + UNITS : floats;
    }

    /// Panels of 64 columns that hold this many columns.
    public static int panels(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /// Floats of one block's forward panel.
    public static int forwardSize(int inputs, int units) {
        return (1 + inputs + units) * WIDTH;
    }

    /// Floats from one quarter of a block's forward panel to the next.
    public static int forwardQuarter(int inputs, int units) {
        return (1 + inputs + units) * UNITS;
    }

    /// Floats from one quarter of a transposed panel to the next.
    public static int transposedQuarter(int units) {
        return blocks(units) * WIDTH * UNITS;
    }

    /// Floats of all transposed panels of a weight matrix with this many columns.
    public static int transposedSize(int units, int columns) {
        return panels(columns) * blocks(units) * WIDTH * WIDTH;
    }

    /// Writes one block's forward panel, from `panelOffset`.
    ///
    /// @param inputWeights [4H, inputs]
    /// @param recurrentWeights [4H, H]
    /// @param bias [4H]
    /// @param panels quarters of [1 + inputs + units, 16]
    public static void packForward(
            int block,
            int panelOffset,
            int inputs,
            int units,
            float[] inputWeights,
            float[] recurrentWeights,
            float[] bias,
            float[] panels) {
        int present = Math.min(UNITS, units - block * UNITS);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int row = gate * units + block * UNITS + unit;
                int column = panelOffset + gate * forwardQuarter(inputs, units) + unit;
                panels[column] = bias[row];
                scatter(inputs, inputWeights, row * inputs, panels, column + UNITS);
                scatter(units, recurrentWeights, row * units, panels, column + UNITS * (1 + inputs));
            }
        }
    }

    /// The way back of [#packForward], for gradients: adds a block's panel gradient to the public layout.
    ///
    /// @param panels [1 + inputs + units, 64], beginning at `panelOffset`
    public static void addFromForward(
            int block,
            int inputs,
            int units,
            float[] panels,
            int panelOffset,
            float[] inputWeights,
            float[] recurrentWeights,
            float[] bias) {
        int present = Math.min(UNITS, units - block * UNITS);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int row = gate * units + block * UNITS + unit;
                int column = panelOffset + gate * UNITS + unit;
                bias[row] += panels[column];
                addGathered(inputs, panels, column + WIDTH, inputWeights, row * inputs);
                addGathered(units, panels, column + WIDTH * (1 + inputs), recurrentWeights, row * units);
            }
        }
    }

    /// Writes one block's part of the transposed panels: rows of the weight matrix, cut into pieces of 16 columns.
    ///
    /// @param weights [4H, columns]
    /// @param panels [⌈columns/64⌉, 4, 64·blocks, 16]
    public static void packTransposed(int block, int units, int columns, float[] weights, float[] panels) {
        int present = Math.min(UNITS, units - block * UNITS);
        int quarter = transposedQuarter(units);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int source = (gate * units + block * UNITS + unit) * columns;
                int target = (block * WIDTH + gate * UNITS + unit) * UNITS;
                for (int column = 0; column < columns; column += UNITS, target += quarter) {
                    System.arraycopy(weights, source + column, panels, target, Math.min(UNITS, columns - column));
                }
            }
        }
    }

    /// Copies the 64 columns of a panel's row side by side.
    public static void copyRow(float[] panel, int rowOffset, int quarterStride, float[] target, int targetOffset) {
        for (int quarter = 0; quarter < GATES; quarter++) {
            System.arraycopy(panel, rowOffset + quarter * quarterStride, target, targetOffset + quarter * UNITS, UNITS);
        }
    }

    /// Writes some rows as columns, in which order the weight gradient reads them: column k becomes a run of `rows` numbers.
    ///
    /// @param source row r at `sourceOffset + r·sourceStride`
    /// @param target column k at `targetOffset + k·targetStride`
    public static void transpose(
            int rows,
            int columns,
            float[] source,
            int sourceOffset,
            int sourceStride,
            float[] target,
            int targetOffset,
            int targetStride) {
        int row = 0;
        for (; row + TRANSPOSED <= rows; row += TRANSPOSED) {
            int from = sourceOffset + row * sourceStride;
            transposeRows(columns, source, from, sourceStride, target, targetOffset + row, targetStride);
        }
        for (; row < rows; row++) {
            int from = sourceOffset + row * sourceStride;
            for (int column = 0; column < columns; column++) {
                target[targetOffset + column * targetStride + row] = source[from + column];
            }
        }
    }

    /// Eight rows at a time: half a line of the cache.
    private static void transposeRows(
            int columns, float[] source, int from, int sourceStride, float[] target, int to, int targetStride) {
        int from1 = from + sourceStride;
        int from2 = from1 + sourceStride;
        int from3 = from2 + sourceStride;
        int from4 = from3 + sourceStride;
        int from5 = from4 + sourceStride;
        int from6 = from5 + sourceStride;
        int from7 = from6 + sourceStride;
        int at = to;
        for (int column = 0; column < columns; column++, at += targetStride) {
            target[at] = source[from + column];
            target[at + 1] = source[from1 + column];
            target[at + 2] = source[from2 + column];
            target[at + 3] = source[from3 + column];
            target[at + 4] = source[from4 + column];
            target[at + 5] = source[from5 + column];
            target[at + 6] = source[from6 + column];
            target[at + 7] = source[from7 + column];
        }
    }

    /// Copies rows of 64 gate gradients into quarters of [rows, 16], in which order the weight gradient reads them.
    public static void packQuarters(int rows, float[] gates, int gatesOffset, float[] panel) {
        int quarter = rows * UNITS;
        for (int row = 0; row < rows; row++) {
            int from = gatesOffset + row * WIDTH;
            int to = row * UNITS;
            for (int gate = 0; gate < GATES; gate++) {
                System.arraycopy(gates, from + gate * UNITS, panel, to + gate * quarter, UNITS);
            }
        }
    }

    private static void scatter(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index * UNITS] = source[from + index];
        }
    }

    private static void addGathered(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += source[from + index * WIDTH];
        }
    }
}
