package org.lstm4j.kernels;

/// Products with the weights of [CompressedPanels], for one row: a single sequence is bounded by reading the weights, so fewer
/// bytes are faster. Batches widen a panel once and use [LstmProducts].
///
/// Start and sums lie in quarters of 16 columns, as in [LstmProducts#addRow]; the start may be the sums themselves, at the same
/// place. An implementation gives the bytes of [ScalarCompressedProducts], and those of widening and [LstmProducts#addRow].
public interface CompressedProducts {

    /// `sums[j] = start[j] + Σ k<count: row[k]·panel[k][j]` for the 64 columns of a block.
    ///
    /// @param pairs bfloat16 panel, halves of [count, 16], `halfStride` apart
    void addRowBfloat16(
            int count,
            float[] row,
            int rowOffset,
            int[] pairs,
            int pairsOffset,
            int halfStride,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter);

    /// `sums[j] = start[j] + Σ k<count: row[k]·2²⁴·q[k][j]` for the 64 columns of a block.
    ///
    /// @param fours int8 panel, [count, 16]
    void addRowInt8(
            int count,
            float[] row,
            int rowOffset,
            int[] fours,
            int foursOffset,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter);
}
