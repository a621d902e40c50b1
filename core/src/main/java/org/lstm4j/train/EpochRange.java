package org.lstm4j.train;

/// Which epochs a fit goes through.
///
/// @param first the number of the first epoch, from 1; above 1 where a run before has done those before it
/// @param last the number of the last epoch, at least `first`
/// @param batches batches in an epoch; 0 for as many as go once through the samples
public record EpochRange(int first, int last, int batches) {

    public EpochRange {
        Settings.requireAtLeast("epochs", 1, last);
        Settings.requireAtLeast("initial epoch", 1, first);
        Settings.requireAtLeast("steps per epoch", 0, batches);
        if (first > last) {
            throw new IllegalArgumentException("the initial epoch must not be after the last, but was " + first + " of "
                    + last + "; epochs(…) is the number of the last epoch, those before the initial one included");
        }
    }

    EpochRange withFirst(int other) {
        return new EpochRange(other, last, batches);
    }

    EpochRange withBatches(int other) {
        return new EpochRange(first, last, other);
    }

    /// How many epochs there are.
    public int count() {
        return last - first + 1;
    }
}
