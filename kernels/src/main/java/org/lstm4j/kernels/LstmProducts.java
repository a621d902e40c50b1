package org.lstm4j.kernels;

/// The matrix products of an LSTM step: factors in strips ([FactorStrips]) times a panel of 64 columns in quarters
/// ([GatePanels]).
///
/// Every output element is accumulated in the order of its sum with fused multiply-add, whatever the tiles; an
/// implementation gives the bytes of [ScalarLstmProducts]. Implementations hold no state and may be called from any thread
/// on disjoint outputs. Lengths are the caller's duty: checked at the layer's boundary.
///
/// Letters: `factors[r][k]` is number k of row r of the strips, wherever that stands. `panel[k][j]`, `sums[r][j]` are column j of a row;
/// all of these lie in quarters of 16 columns, rows 16 floats apart, quarter q at `offset + q·quarter`. Offsets, strides
/// and quarters count floats.
public interface LstmProducts {

    /// The four pre-activations of sixteen units, for each row:
    ///
    /// ```
    /// gates[r][j] = panel[0][j] + Σ k<count: factors[r][k]·panel[1+k][j]
    /// ```
    ///
    /// @param rows samples of a batch (a thread's share of them)
    /// @param count how many rows of the panel after the bias: inputs + units, or the inputs alone for a first step without
    ///        initial state
    /// @param factors inputs of this step, then hidden states of the step before
    /// @param panel forward panel of the block, [4, 1 + inputs + units, 16]
    /// @param gates out, [4, rows, 16]
    void preActivations(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] gates,
            int gatesOffset,
            int gatesQuarter);

    /// A product added to sums that exist already, such as gate gradients carried back through weights to 64 columns of
    /// hidden states or inputs:
    ///
    /// ```
    /// sums[r][j] += Σ k<count: factors[r][k]·panel[k][j]
    /// ```
    ///
    /// @param panel [4, count, 16]
    /// @param sums in and out, [4, rows, 16]
    void accumulate(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter);

    /// A product with a single row, whose numbers stand side by side:
    ///
    /// ```
    /// sums[j] = start[j] + Σ k<count: row[k]·panel[k][j]
    /// ```
    ///
    /// @param panel [4, count, 16]
    /// @param start [4, 16]; may be `sums` itself, at the same place
    /// @param sums out, [4, 16]
    void addRow(
            int count,
            float[] row,
            int rowOffset,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter);

    /// One chunk of the weight gradient of a block: summed from 0 over rows, of all steps, and added to `out` at the end:
    ///
    /// ```
    /// out[c][j] += Σ r<rows: factors[c][r]·panel[r][j]
    /// ```
    ///
    /// With a column of ones it gives the gradient of the bias.
    ///
    /// @param columns how many columns c of inputs or hidden states
    /// @param factors those columns ([FactorStrips#packColumns])
    /// @param panel gate gradients, [4, rows, 16]
    /// @param out in and out, [4, columns, 16]
    /// @param scratch [#WEIGHT_GRADIENT_SCRATCH] floats, which hold nothing between calls
    void accumulateWeightGradient(
            int columns,
            int rows,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] out,
            int outOffset,
            int outQuarter,
            float[] scratch);

    /// Floats of scratch for a weight gradient: a strip of sums.
    int WEIGHT_GRADIENT_SCRATCH = FactorStrips.ROWS * GatePanels.WIDTH;
}
