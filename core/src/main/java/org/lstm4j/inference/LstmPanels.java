package org.lstm4j.inference;

import org.lstm4j.kernels.LstmKernels;

/// The weights of one LSTM layer as inference reads them: packed once in blocks of sixteen units ([org.lstm4j.kernels.GatePanels]),
/// immutable, shared by all callers.
///
/// The pre-activations of a block's sixteen units for some rows, of a batch or of one sequence's steps, are [#start],
/// where needed [#addHidden], and [#finish]. They lie in quarters of [rows, 16], `gatesQuarter` apart. Offsets and quarters
/// count floats. `scratch` is the caller's, of [#scratchFloats], and holds nothing between calls.
interface LstmPanels {

    /// Features that go in.
    int inputs();

    /// Size H of the hidden state.
    int units();

    /// Floats of scratch that a call needs.
    int scratchFloats();

    /// Bias, inputs and, for a batch, hidden states, in that order.
    ///
    /// @param count inputs + units, or the inputs alone: for a first step from zero state, or for some steps of one sequence
    /// @param factors inputs, then hidden states of the step before
    /// @param gates out
    void start(
            LstmKernels kernels,
            int block,
            int rows,
            int count,
            StepFactors factors,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] scratch);

    /// Adds one row's hidden state to what was started.
    ///
    /// @param started 4 × 16 floats
    /// @param gates out, 4 × 16 floats
    void addHidden(
            LstmKernels kernels,
            int block,
            float[] hidden,
            int hiddenOffset,
            float[] started,
            int startedOffset,
            int startedQuarter,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] scratch);

    /// Turns complete sums into pre-activations, in place.
    void finish(int block, int rows, float[] gates, int gatesOffset, int gatesQuarter);
}
