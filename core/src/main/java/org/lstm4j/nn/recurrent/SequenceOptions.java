package org.lstm4j.nn.recurrent;

/// How a recurrent layer goes through sequences and what it gives of them. Keras' terms.
///
/// @param returnSequences whether the output has every step's hidden state, [steps, outputs], or only the last one's, [outputs]
/// @param goBackwards whether the layer begins at the last step; the output of the last step then comes first
/// @param stateful whether a batch goes on from the state that the batch before left, sequence by sequence, until
///        [RecurrentPass#resetState]
public record SequenceOptions(boolean returnSequences, boolean goBackwards, boolean stateful) {

    /// Forwards, from the zero state, the last hidden state only.
    public static final SequenceOptions LAST_STEP = new SequenceOptions(false, false, false);

    public SequenceOptions withReturnSequences(boolean everyStep) {
        return new SequenceOptions(everyStep, goBackwards, stateful);
    }

    public SequenceOptions withGoBackwards(boolean backwards) {
        return new SequenceOptions(returnSequences, backwards, stateful);
    }

    public SequenceOptions withStateful(boolean keepsState) {
        return new SequenceOptions(returnSequences, goBackwards, keepsState);
    }
}
