package org.lstm4j.forecast.update;

import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.optim.OptimizerSpec;

/// How a forecaster is updated. Immutable.
///
/// @param epochs how often the windows are gone through, at least 1; there is no early stopping, since the rows held out decide once and
///        nothing else
/// @param batchSize samples in a step, at least 1
/// @param optimizer with its learning rate, which stays the same throughout
/// @param clipNorm largest joint norm of the gradients; infinity for none
/// @param replay share of old windows among those trained on, at least 0 and below 1: with 0.5 as many old ones as new ones
/// @param heldOut how much of the new rows, the last of each series, is never trained on: a share above 0 and below 1, or a whole number of
///        steps; at least a horizon is
/// @param seed decides which old windows are drawn, the order of samples, and dropout
public record UpdateSettings(
        int epochs,
        int batchSize,
        OptimizerSpec optimizer,
        double clipNorm,
        double replay,
        double heldOut,
        long seed) {

    private static final int EPOCHS = 5;
    /// What was learnt is to be changed, not overwritten.
    private static final double RATE_DIVISOR = 10;
    private static final double REPLAY = 0.5;
    private static final double HELD_OUT = 0.2;

    public UpdateSettings {
        requireAtLeastOne("epochs", epochs);
        requireAtLeastOne("batch size", batchSize);
        if (!(clipNorm > 0)) {
            throw new IllegalArgumentException("the largest norm of gradients must be above 0, but was " + clipNorm);
        }
        if (!(replay >= 0 && replay < 1)) {
            throw new IllegalArgumentException("the share of replayed windows must be in [0, 1), but was " + replay);
        }
        boolean steps = heldOut >= 1 && heldOut <= Integer.MAX_VALUE && heldOut == Math.rint(heldOut);
        if (!steps && !(heldOut > 0 && heldOut < 1)) {
            throw new IllegalArgumentException("the rows held out must be a share in (0, 1) or a whole number of steps"
                    + " from 1 on, but were " + heldOut);
        }
    }

    /// Five epochs at a tenth of the learning rate of the training, as many old windows as new ones, the last fifth of the new rows held out.
    ///
    /// @param training batches, clipping, optimizer and seed are taken from it
    public static UpdateSettings after(OptimizationSettings training) {
        OptimizerSpec optimizer = training.optimizer();
        return new UpdateSettings(EPOCHS, training.batchSize(),
                optimizer.withLearningRate(optimizer.learningRate() / RATE_DIVISOR), training.clipNorm(), REPLAY,
                HELD_OUT, training.seed());
    }

    /// After a training of which nothing is known: batches of 32, Adam at the rate 0.0001, clipped to norm 1, seed 42.
    public static UpdateSettings standard() {
        return after(OptimizationSettings.standard());
    }

    public UpdateSettings withEpochs(int other) {
        return new UpdateSettings(other, batchSize, optimizer, clipNorm, replay, heldOut, seed);
    }

    public UpdateSettings withOptimizer(OptimizerSpec other) {
        return new UpdateSettings(epochs, batchSize, other, clipNorm, replay, heldOut, seed);
    }

    public UpdateSettings withReplay(double other) {
        return new UpdateSettings(epochs, batchSize, optimizer, clipNorm, other, heldOut, seed);
    }

    public UpdateSettings withHeldOut(double other) {
        return new UpdateSettings(epochs, batchSize, optimizer, clipNorm, replay, other, seed);
    }

    public UpdateSettings withSeed(long other) {
        return new UpdateSettings(epochs, batchSize, optimizer, clipNorm, replay, heldOut, other);
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
        }
    }
}
