package org.lstm4j.nn;

/// What a pass is for; decides what it keeps of a forward run.
public enum PassMode {
    /// Forward only: one step's worth of scratch, dropout off.
    INFERENCE,
    /// Forward and backward, down to the gradient of the input.
    TRAINING,
    /// Forward and backward, but the input is data: its gradient is not computed.
    TRAINING_ON_DATA
}
