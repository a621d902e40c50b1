package org.lstm4j.kernels;

/// The matrix products of an LSTM step, on the panels of [GatePanels].
///
/// Every output element is accumulated in the order of its sum with fused multiply-add, whatever the tiles; an
/// implementation gives the bytes of [ScalarLstmProducts]. Implementations hold no state and may be called from any thread
/// on disjoint outputs. Lengths are the caller's duty: checked at the layer's boundary.
///
/// A panel is what [GatePanels] says; `panel[k][j]` below is column j of its row k, wherever that stands.
///
/// Letters: `rows` are samples of a batch (a thread's share of them), offsets and strides count floats.
public interface LstmProducts {

    /// The four pre-activations of sixteen units, for each row:
    ///
    /// ```
    /// gates[r][j] = panel[0][j] + Σ k<count: read[r][k]·panel[1+k][j]
    /// ```
    ///
    /// @param panel forward panel of the block, quarters of [1 + inputs + units, 16], `quarterStride` apart
    /// @param count how many rows of the panel after the bias: inputs + units, or the inputs alone for a first step without
    ///        initial state
    /// @param read inputs of this step, then hidden states of the step before, row r at `readOffset + r·readStride`
    /// @param gates out, [rows, 64]
    void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset);

    /// A product added to sums that exist already:
    ///
    /// ```
    /// sums[r][j] += Σ k<count: a[r][k]·panel[k][j]
    /// ```
    ///
    /// @param a row r at `aOffset + r·aStride`
    /// @param panel some rows of a panel, quarters of [count, 16], `quarterStride` apart
    /// @param sums in and out, row r at `sumsOffset + r·sumsStride`
    void accumulate(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] sums,
            int sumsOffset,
            int sumsStride);

    /// Carries gate gradients back through weights to 64 columns of hidden states or inputs:
    ///
    /// ```
    /// out[r][j] += Σ block: Σ k<64: gateGradients[block][r][k]·panel[64·block + k][j]
    /// ```
    ///
    /// @param gateGradients [blocks, …, 64], row r of block b at `gateOffset + b·blockStride + 64·r`
    /// @param panel one transposed panel, quarters of [64·blocks, 16], `quarterStride` apart
    /// @param out in and out, row r at `outOffset + r·outStride`
    void accumulateThroughWeights(
            int rows,
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride);

    /// One chunk of the weight gradient of a block: summed from 0 over rows, of all steps, and added to `out` at the end:
    ///
    /// ```
    /// out[k][j] += Σ r<rows: a[k][r]·panel[r][j]
    /// ```
    ///
    /// With a column of ones it gives the gradient of the bias.
    ///
    /// @param columns how many columns k of inputs or hidden states
    /// @param a those columns one after the other ([GatePanels#transpose]): row r of column k at `aOffset + k·aStride + r`
    /// @param panel gate gradients of those rows, quarters of [rows, 16], `quarterStride` apart ([GatePanels#packQuarters])
    /// @param out in and out, [columns, 64]
    /// @param sums scratch of 64 floats
    void accumulateWeightGradient(
            int columns,
            int rows,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            float[] sums);
}
