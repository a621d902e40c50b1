package org.lstm4j.kernels;

/// Products with the weights of [CompressedPanels], for one row: a single sequence is bounded by reading the weights, so fewer
/// bytes are faster. Batches widen a panel once and use [LstmProducts].
///
/// The 64 sums stand side by side. An implementation gives the bytes of [ScalarCompressedProducts], and those of widening and
/// [LstmProducts#addRow].
public interface CompressedProducts {

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for the 64 columns of a block.
    ///
    /// @param pairs bfloat16 panel, halves of [count, 16], `halfStride` apart
    void accumulateBfloat16(
            int count, float[] a, int aOffset, int[] pairs, int pairsOffset, int halfStride, float[] sums,
            int sumsOffset);

    /// `sums[j] += Σ k<count: a[k]·2²⁴·q[k][j]` for the 64 columns of a block.
    ///
    /// @param fours int8 panel, [count, 16]
    void accumulateInt8(int count, float[] a, int aOffset, int[] fours, int foursOffset, float[] sums, int sumsOffset);
}
