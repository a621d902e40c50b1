package org.lstm4j.forecast.deepar;

/// How the network of DeepAR is trained.
///
/// @param epochs at most, at least 1
/// @param batchesPerEpoch at least 1
/// @param batchSize windows in a batch, at least 1
/// @param learningRate of Adam, above 0; halved when the validation loss has not improved for half of the patience
/// @param clipNorm largest joint norm of the gradients, above 0
/// @param patience epochs without a better validation loss before training stops and the best weights are kept; 0 trains on all
///        steps, through all epochs
/// @param seed decides initial weights, windows and dropout
public record DeepArTraining(
        int epochs, int batchesPerEpoch, int batchSize, double learningRate, double clipNorm, int patience, long seed) {

    public DeepArTraining {
        if (epochs < 1 || batchesPerEpoch < 1 || batchSize < 1 || patience < 0) {
            throw new IllegalArgumentException(
                    "epochs, batches per epoch and batch size must be at least 1, patience at"
                            + " least 0: " + epochs + ", " + batchesPerEpoch + ", " + batchSize + ", " + patience);
        }
        if (!(learningRate > 0 && clipNorm > 0)) {
            throw new IllegalArgumentException("learning rate and clip norm must be above 0: " + learningRate + ", "
                    + clipNorm);
        }
        Math.multiplyExact(Math.multiplyExact(epochs, batchesPerEpoch), batchSize);
    }

    /// 100 epochs of 50 batches of 32, learning rate 0.001, clip norm 10, patience 20, seed 42: those of GluonTS, which
    /// does not stop early.
    public static DeepArTraining standard() {
        return new DeepArTraining(100, 50, 32, 1e-3, 10, 20, 42);
    }

    public DeepArTraining withEpochs(int other) {
        return new DeepArTraining(other, batchesPerEpoch, batchSize, learningRate, clipNorm, patience, seed);
    }

    public DeepArTraining withBatches(int perEpoch, int size) {
        return new DeepArTraining(epochs, perEpoch, size, learningRate, clipNorm, patience, seed);
    }

    public DeepArTraining withLearningRate(double other) {
        return new DeepArTraining(epochs, batchesPerEpoch, batchSize, other, clipNorm, patience, seed);
    }

    public DeepArTraining withClipNorm(double other) {
        return new DeepArTraining(epochs, batchesPerEpoch, batchSize, learningRate, other, patience, seed);
    }

    public DeepArTraining withPatience(int other) {
        return new DeepArTraining(epochs, batchesPerEpoch, batchSize, learningRate, clipNorm, other, seed);
    }

    public DeepArTraining withSeed(long other) {
        return new DeepArTraining(epochs, batchesPerEpoch, batchSize, learningRate, clipNorm, patience, other);
    }

    /// Whether the last horizon of every series is kept for validation.
    boolean validates() {
        return patience > 0;
    }

    /// Epochs without improvement after which the learning rate is halved.
    int plateauPatience() {
        return Math.max(1, patience / 2);
    }

    int windows() {
        return epochs * batchesPerEpoch * batchSize;
    }
}
