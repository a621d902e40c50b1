package org.lstm4j.inference;

import org.lstm4j.kernels.LstmKernels;

/// The weights of one LSTM layer as inference reads them: packed once in blocks of sixteen units ([org.lstm4j.kernels.GatePanels]),
/// immutable, shared by all callers.
///
/// Offsets and strides count floats. `scratch` is the caller's, of [#scratchFloats], and holds nothing between calls.
interface LstmPanels {

    /// Features that go in.
    int inputs();

    /// Size H of the hidden state.
    int units();

    /// Floats of scratch that a call needs.
    int scratchFloats();

    /// Pre-activations of one block for some rows of a batch: bias, inputs, hidden states, in that order.
    ///
    /// @param count inputs + units, or the inputs alone at a first step from zero state
    /// @param read inputs of this step, then hidden states of the step before
    /// @param gates out, [rows, 64]
    void preActivations(
            LstmKernels kernels,
            int block,
            int rows,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset,
            float[] scratch);

    /// The first half of that for one sequence, some steps at a time: bias and inputs.
    ///
    /// @param gates out, step t at `gatesOffset + t·gatesStride`
    void startSteps(
            LstmKernels kernels,
            int block,
            int steps,
            float[] x,
            int xOffset,
            float[] gates,
            int gatesOffset,
            int gatesStride,
            float[] scratch);

    /// The second half, one step at a time: adds the hidden state's part.
    ///
    /// @param hidden whether there is a recurrent part; not at a first step from zero state
    /// @param gates in and out, 64 floats
    void finishStep(
            LstmKernels kernels, int block, boolean hidden, float[] h, int hOffset, float[] gates, int gatesOffset);
}
