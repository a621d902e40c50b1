package org.lstm4j.inference;

import org.lstm4j.nn.recurrent.RecurrentState;

/// A run of an LSTM over the steps of a batch, whose state it keeps.
interface LstmRun {

    /// Goes through all steps from the state at hand.
    ///
    /// @param input [batch, steps, inputs]
    /// @param output where the hidden states go
    /// @param everyStep [batch, steps, units] instead of [batch, units]
    void run(float[] input, float[] output, boolean everyStep);

    /// Back to the state before the first step.
    void reset();

    void copyTo(RecurrentState state);

    void copyFrom(RecurrentState state);
}
