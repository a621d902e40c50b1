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
/// | forward panels | [blocks, 4, 1 + inputs + outputs, 16] | pre-activations; a quarter is a gate; row 0 is the bias, then the input weights, then the recurrent ones |
/// | transposed panels | [⌈columns/64⌉, 4, 4·units, 16] | the gradient of hidden states or inputs: 64 columns of the weights at a time; rows are block after block, in it gate after gate, the block's units |
/// | panel gradients | [blocks, 4, 1 + inputs + outputs, 16] | sums of the weight gradient, as in forward panels |
/// | gates, gate gradients | [blocks, 4, rows, 16] | rows of a batch, of one step or of all |
/// | cell states | [blocks, rows, 16] | one step of a batch |
///
/// So rows of sixteen floats follow each other in all of them, and what the products read and write needs no copying on
/// its way: the gate gradients of a block are the panel that the weight gradient is multiplied with.
///
/// The public layout is PyTorch's: `inputWeights` [4H, inputs], `recurrentWeights` [4H, outputs], `bias` [4H], gate order i, f, g, o.
/// A layer has as many outputs as units, unless it projects its hidden state to fewer.
public final class GatePanels {

    /// Units in a block.
    public static final int UNITS = 16;
    /// Gates of a unit: i, f, g, o.
    public static final int GATES = 4;
    /// Columns of a panel: the gates of a block.
    public static final int WIDTH = GATES * UNITS;

    /// A row whose length in bytes is a multiple of 1024 would map the rows of a tile to the same few cache sets.
    private static final int ALIASING_FLOATS = 256;

    private GatePanels() {}

    /// Blocks that hold this many units.
    public static int blocks(int units) {
        return (units + UNITS - 1) / UNITS;
    }

    /// Units of a block: 16, or fewer in the last.
    public static int present(int block, int units) {
        return Math.min(UNITS, units - block * UNITS);
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
    public static int forwardSize(int inputs, int outputs) {
        return (1 + inputs + outputs) * WIDTH;
    }

    /// Floats from one quarter of a block's forward panel to the next.
    public static int forwardQuarter(int inputs, int outputs) {
        return (1 + inputs + outputs) * UNITS;
    }

    /// Floats from one quarter of a transposed panel to the next.
    public static int transposedQuarter(int units) {
        return GATES * units * UNITS;
    }

    /// Floats of all transposed panels of a weight matrix with this many columns.
    public static int transposedSize(int units, int columns) {
        return panels(columns) * GATES * transposedQuarter(units);
    }

    /// Writes one block's forward panel, from `panelOffset`.
    ///
    /// @param outputs of the layer, which the next step reads: the units, or fewer when they are projected
    /// @param inputWeights [4H, inputs]
    /// @param recurrentWeights [4H, outputs]
    /// @param bias [4H]
    /// @param panels quarters of [1 + inputs + outputs, 16]
    public static void packForward(
            int block,
            int panelOffset,
            int inputs,
            int outputs,
            int units,
            float[] inputWeights,
            float[] recurrentWeights,
            float[] bias,
            float[] panels) {
        int present = present(block, units);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int row = gate * units + block * UNITS + unit;
                int column = panelOffset + gate * forwardQuarter(inputs, outputs) + unit;
                panels[column] = bias[row];
                scatter(inputs, inputWeights, row * inputs, panels, column + UNITS);
                scatter(outputs, recurrentWeights, row * outputs, panels, column + UNITS * (1 + inputs));
            }
        }
    }

    /// The way back of [#packForward], for gradients: adds a block's panel gradient to the public layout.
    ///
    /// @param panels quarters of [1 + inputs + outputs, 16], beginning at `panelOffset`
    public static void addFromForward(
            int block,
            int panelOffset,
            int inputs,
            int outputs,
            int units,
            float[] panels,
            float[] inputWeights,
            float[] recurrentWeights,
            float[] bias) {
        int present = present(block, units);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int row = gate * units + block * UNITS + unit;
                int column = panelOffset + gate * forwardQuarter(inputs, outputs) + unit;
                bias[row] += panels[column];
                addGathered(inputs, panels, column + UNITS, inputWeights, row * inputs);
                addGathered(outputs, panels, column + UNITS * (1 + inputs), recurrentWeights, row * outputs);
            }
        }
    }

    /// Row of the transposed panels for unit 0 of a block's gate.
    public static int transposedRow(int block, int gate, int units) {
        return block * WIDTH + gate * present(block, units);
    }

    /// Writes one block's part of the transposed panels: rows of the weight matrix, cut into pieces of 16 columns.
    ///
    /// @param weights [4H, columns]
    /// @param panels [⌈columns/64⌉, 4, 4·units, 16]
    public static void packTransposed(int block, int units, int columns, float[] weights, float[] panels) {
        int present = present(block, units);
        int quarter = transposedQuarter(units);
        for (int gate = 0; gate < GATES; gate++) {
            for (int unit = 0; unit < present; unit++) {
                int source = (gate * units + block * UNITS + unit) * columns;
                int target = (transposedRow(block, gate, units) + unit) * UNITS;
                for (int column = 0; column < columns; column += UNITS, target += quarter) {
                    System.arraycopy(weights, source + column, panels, target, Math.min(UNITS, columns - column));
                }
            }
        }
    }

    /// Copies the 64 columns of a row from one array of quarters to another.
    public static void copyRow(
            float[] source, int sourceOffset, int sourceQuarter, float[] target, int targetOffset, int targetQuarter) {
        for (int quarter = 0; quarter < GATES; quarter++) {
            System.arraycopy(source, sourceOffset + quarter * sourceQuarter, target,
                    targetOffset + quarter * targetQuarter, UNITS);
        }
    }

    private static void scatter(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index * UNITS] = source[from + index];
        }
    }

    private static void addGathered(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += source[from + index * UNITS];
        }
    }
}
