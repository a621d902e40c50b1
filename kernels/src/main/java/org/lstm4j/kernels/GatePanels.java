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

    /// Columns in a tile of what the weight gradient multiplies with the gate gradients.
    public static final int COLUMNS = 4;

    private GatePanels() {}

    /// Blocks that hold this many units.
    public static int blocks(int units) {
        return (units + UNITS - 1) / UNITS;
    }

    /// Panels of 64 columns that hold this many columns.
    public static int panels(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /// Tiles of four columns that hold this many columns.
    public static int tiles(int columns) {
        return (columns + COLUMNS - 1) / COLUMNS;
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

    /// Copies some rows of one step into tiles of four columns, [⌈columns/4⌉, batch, 4], in which the weight gradient reads
    /// them: a tile's rows follow each other, so that no row costs a page of its own.
    ///
    /// @param source row r at `sourceOffset + r·sourceStride`
    /// @param tiles row r of tile t at `tilesOffset + t·tileStride + 4·r`
    public static void packTiles(
            int rows,
            int columns,
            float[] source,
            int sourceOffset,
            int sourceStride,
            float[] tiles,
            int tilesOffset,
            int tileStride) {
        int to = tilesOffset;
        int column = 0;
        for (; column + COLUMNS <= columns; column += COLUMNS, to += tileStride) {
            int from = sourceOffset + column;
            for (int row = 0; row < rows; row++, from += sourceStride) {
                tiles[to + row * COLUMNS] = source[from];
                tiles[to + row * COLUMNS + 1] = source[from + 1];
                tiles[to + row * COLUMNS + 2] = source[from + 2];
                tiles[to + row * COLUMNS + 3] = source[from + 3];
            }
        }
        for (; column < columns; column++, to++) {
            for (int row = 0; row < rows; row++) {
                tiles[to + row * COLUMNS] = source[sourceOffset + row * sourceStride + column];
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
