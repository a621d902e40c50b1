package org.lstm4j.train;

/// How samples come in batches, and batches in updates.
///
/// @param size samples in a batch, at least 1
/// @param accumulated batches whose gradients make one update, at least 1
/// @param shuffle whether samples come in a new random order every time they are gone through
/// @param seed decides that order
/// @param truncation steps of sequences that make an update, at least 1; 0 for all of them
public record Batching(int size, int accumulated, boolean shuffle, long seed, int truncation) {

    public Batching {
        Settings.requireAtLeast("batch size", 1, size);
        Settings.requireAtLeast("accumulated batches", 1, accumulated);
        Settings.requireAtLeast("steps of a piece", 0, truncation);
        if (truncation > 0 && accumulated > 1) {
            throw new IllegalArgumentException("every piece of " + truncation + " steps makes an update of its own, but"
                    + " the gradients of " + accumulated + " batches were to be accumulated; leave one of"
                    + " withTruncation(…) and withGradientAccumulation(…) out");
        }
    }

    Batching withSize(int other) {
        return new Batching(other, accumulated, shuffle, seed, truncation);
    }

    Batching withAccumulated(int other) {
        return new Batching(size, other, shuffle, seed, truncation);
    }

    Batching withShuffle(boolean other) {
        return new Batching(size, accumulated, other, seed, truncation);
    }

    Batching withSeed(long other) {
        return new Batching(size, accumulated, shuffle, other, truncation);
    }

    Batching withTruncation(int other) {
        return new Batching(size, accumulated, shuffle, seed, other);
    }

    /// How many pieces sequences of that many steps come in.
    int pieces(int steps) {
        return truncation == 0 ? 1 : Math.ceilDiv(steps, truncation);
    }
}
