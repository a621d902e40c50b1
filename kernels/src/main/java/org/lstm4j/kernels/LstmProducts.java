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
    /// gates[r][j] = panel[0][j] + Σ k<inputs: x[r][k]·panel[1+k][j] + Σ k<units: h[r][k]·panel[1+inputs+k][j]
    /// ```
    ///
    /// @param panel forward panel of the block, quarters of [1 + inputs + units, 16], `quarterStride` apart
    /// @param x inputs of this step, row r at `xOffset + r·xStride`
    /// @param units hidden units to read; 0 leaves out the recurrent part, for a first step without initial state
    /// @param h hidden states of the step before, row r at `hOffset + r·hStride`
    /// @param gates out, [rows, 64]
    void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
            int quarterStride,
            int inputs,
            float[] x,
            int xOffset,
            int xStride,
            int units,
            float[] h,
            int hOffset,
            int hStride,
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

    /// One chunk of the weight gradient of a block: summed from 0 over steps, then rows, and added to `out` at the end:
    ///
    /// ```
    /// out[k][j] += Σ t<steps: Σ r<rows: a[t][r][k]·gateGradients[t][r][j]
    /// ```
    ///
    /// @param columns how many columns k of `a`
    /// @param a inputs or hidden states in tiles of four columns ([GatePanels#packTiles]): column k of row r of step t stands at
    ///        `aOffset + t·aStepStride + ⌊k/4⌋·aTileStride + 4·r + k mod 4`
    /// @param gateGradients row r of step t at `gateOffset + t·gateStepStride + 64·r`
    /// @param out in and out, [columns, 64]
    /// @param sums scratch of 64 floats
    void accumulateWeightGradient(
            int columns,
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            int aTileStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums);

    /// One chunk of the bias gradient of a block, in the order of [#accumulateWeightGradient]:
    /// `out[j] += Σ t: Σ r: gateGradients[t][r][j]`.
    void accumulateBiasGradient(
            int steps,
            int rows,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums);
}
