package org.lstm4j.train;

/// How samples come in batches, and batches in updates.
///
/// @param size samples in a batch, at least 1
/// @param accumulated batches whose gradients make one update, at least 1
/// @param shuffle whether samples come in a new random order every time they are gone through
/// @param seed decides that order
public record Batching(int size, int accumulated, boolean shuffle, long seed) {

    public Batching {
        Settings.requireAtLeast("batch size", 1, size);
        Settings.requireAtLeast("accumulated batches", 1, accumulated);
    }

    Batching withSize(int other) {
        return new Batching(other, accumulated, shuffle, seed);
    }

    Batching withAccumulated(int other) {
        return new Batching(size, other, shuffle, seed);
    }

    Batching withShuffle(boolean other) {
        return new Batching(size, accumulated, other, seed);
    }

    Batching withSeed(long other) {
        return new Batching(size, accumulated, shuffle, other);
    }
}
