package org.lstm4j.train;

import org.jspecify.annotations.Nullable;

/// How to fit. Immutable; `FitOptions.epochs(10).withBatchSize(32)`.
///
/// @param epochs how often the training samples are gone through, at least 1
/// @param batchSize samples in a step, at least 1
/// @param shuffle whether samples come in a new random order every epoch
/// @param clipNorm largest joint norm of the gradients, above 0; infinity for no clipping
/// @param validation samples that choose when to stop; null for none
/// @param patience epochs without a better validation loss before training stops and the best weights are restored; 0 goes
///        through all epochs and keeps the last weights
/// @param seed decides the order of samples
public record FitOptions(
        int epochs,
        int batchSize,
        boolean shuffle,
        double clipNorm,
        @Nullable Samples validation,
        int patience,
        long seed) {

    public FitOptions {
        requireAtLeast("epochs", 1, epochs);
        requireAtLeast("batch size", 1, batchSize);
        requireAtLeast("early-stopping patience", 0, patience);
        if (!(clipNorm > 0)) {
            throw new IllegalArgumentException("clip norm must be above 0, but was " + clipNorm);
        }
        if (validation != null && validation.count() == 0) {
            throw new IllegalArgumentException(
                    "there are no validation samples; give some, or leave withValidation out");
        }
        if (patience > 0 && validation == null) {
            throw new IllegalArgumentException("early stopping needs validation samples; add withValidation(…)");
        }
    }

    /// Batches of 32, shuffled, without clipping, validation or early stopping, seed 42: Keras' defaults.
    public static FitOptions epochs(int epochs) {
        return new FitOptions(epochs, 32, true, Double.POSITIVE_INFINITY, null, 0, 42);
    }

    /// The last batch of an epoch is smaller when the samples do not fill it.
    public FitOptions withBatchSize(int other) {
        return new FitOptions(epochs, other, shuffle, clipNorm, validation, patience, seed);
    }

    public FitOptions withShuffle(boolean other) {
        return new FitOptions(epochs, batchSize, other, clipNorm, validation, patience, seed);
    }

    /// Scales the gradients of a batch down together where their joint norm is larger.
    public FitOptions withClipNorm(double other) {
        return new FitOptions(epochs, batchSize, shuffle, other, validation, patience, seed);
    }

    /// Judges these samples after every epoch; at least one.
    public FitOptions withValidation(Samples other) {
        return new FitOptions(epochs, batchSize, shuffle, clipNorm, other, patience, seed);
    }

    /// Stops after that many epochs without a better validation loss and restores the best weights.
    public FitOptions withEarlyStopping(int epochsWithoutImprovement) {
        return new FitOptions(epochs, batchSize, shuffle, clipNorm, validation, epochsWithoutImprovement, seed);
    }

    public FitOptions withSeed(long other) {
        return new FitOptions(epochs, batchSize, shuffle, clipNorm, validation, patience, other);
    }

    private static void requireAtLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but was " + value);
        }
    }
}
