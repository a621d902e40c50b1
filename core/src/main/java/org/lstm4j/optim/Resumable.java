package org.lstm4j.optim;

/// Something that changes while a network is trained and that training goes on from: an optimizer, an average of weights.
///
/// What [#state] reads out and [#restore] puts back is all there is to remember: a run that is saved, restored in a fresh
/// object with the same settings and continued gives the same bytes as one that was never interrupted.
public interface Resumable {

    /// All that is remembered now, copied.
    SavedState state();

    /// Goes on from there, as if nothing had happened since it was read out. The values are copied.
    ///
    /// @throws IllegalArgumentException when the state is that of another kind of object, of other settings or of other
    ///         parameters; then nothing has changed
    void restore(SavedState state);
}
