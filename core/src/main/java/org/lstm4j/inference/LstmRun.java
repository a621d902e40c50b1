package org.lstm4j.inference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentState;

/// A run of an LSTM over the steps of a batch, whose state it keeps.
interface LstmRun {

    /// Goes through the steps that count from the state at hand. The result for a sequence is that of those steps alone; the state
    /// stays as it is over the others, and the output of every step is 0 there.
    ///
    /// @param input [batch, steps, inputs]
    /// @param output where the hidden states go
    /// @param everyStep [batch, steps, units] instead of [batch, units]
    /// @param mask [batch, steps]; null when all steps count
    void run(float[] input, float[] output, boolean everyStep, @Nullable StepMask mask);

    /// Back to the state before the first step.
    void reset();

    void copyTo(RecurrentState state);

    void copyFrom(RecurrentState state);
}
