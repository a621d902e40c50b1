package org.lstm4j.inference;

import org.lstm4j.kernels.LstmKernels;

/// Compressed weights of the blocks of a layer; immutable. Rows are those of a forward panel without the bias: inputs, then
/// units.
interface CompressedBlocks {

    /// What the sums of each block start from, [blocks, 64]; shared, not to be written.
    float[] starts();

    /// The 64 sums of a block: what they start from, and the product of one row with `count` rows of its panel from `firstRow`.
    /// Start and sums lie in quarters of 16.
    void addRow(
            LstmKernels kernels, int block, int firstRow, int count, float[] row, int rowOffset, float[] start,
            int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter);

    /// Writes a block's first `count` rows as float32, quarters of [rows, 16] `quarterStride` apart.
    void widen(int block, int count, float[] panel, int panelOffset, int quarterStride);

    /// Turns a block's complete sums into pre-activations, where they lie in quarters of 16.
    void finish(int block, float[] sums, int sumsOffset, int sumsQuarter);
}
