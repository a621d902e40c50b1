package org.lstm4j.nn;

/// What a pass is for; decides what it keeps of a forward run, and whether anything is drawn at random.
///
/// | mode | dropout and noise | backward | gradient of the input |
/// |---|---|---|---|
/// | `INFERENCE` | off | no | no |
/// | `TRAINING` | on | yes | yes |
/// | `TRAINING_ON_DATA` | on | yes | no |
/// | `EXPLAINING` | off | yes | yes |
///
/// Layers ask the questions below, and do not compare.
public enum PassMode {
    /// Forward only: one step's worth of scratch, dropout off.
    INFERENCE(false, false, false),
    /// Forward and backward, down to the gradient of the input.
    TRAINING(true, true, true),
    /// Forward and backward, but the input is data: its gradient is not computed.
    TRAINING_ON_DATA(true, true, false),
    /// Forward as in inference, byte for byte, and backward through just that, down to the gradient of the input: what a trained
    /// network does, and not what it does while it is disturbed. Zoneout is the mean, as in inference. Draws nothing.
    EXPLAINING(false, true, true);

    private final boolean disturbs;
    private final boolean runsBackward;
    private final boolean givesInputGradient;

    PassMode(boolean disturbs, boolean runsBackward, boolean givesInputGradient) {
        this.disturbs = disturbs;
        this.runsBackward = runsBackward;
        this.givesInputGradient = givesInputGradient;
    }

    /// Whether dropout, zoneout and noise are drawn at random.
    public boolean disturbs() {
        return disturbs;
    }

    /// Whether the pass keeps what backward needs.
    public boolean runsBackward() {
        return runsBackward;
    }

    /// Whether backward computes the gradient of the input.
    public boolean givesInputGradient() {
        return givesInputGradient;
    }
}
