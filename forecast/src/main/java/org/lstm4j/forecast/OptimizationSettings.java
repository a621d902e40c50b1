package org.lstm4j.forecast;

import java.util.Optional;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.optim.OptimizerSpec;

/// How a forecaster is fitted.
///
/// @param epochs at most, at least 1
/// @param batchSize samples in a step, at least 1
/// @param optimizer with its learning rate
/// @param schedule how its learning rate moves
/// @param loss on scaled values; by name: [ForecastLosses]
/// @param clipNorm largest joint norm of the gradients; infinity for none
/// @param earlyStopping epochs without a better validation loss before stopping; 0 for never
/// @param seed decides initial weights, order of samples and dropout
/// @param batchesPerEpoch at most, drawn anew in each epoch; 0 for all there are. Where windows are many, the validation loss is then looked at
///        more often than after all of them
/// @param networks how many are fitted, with seeds that follow each other, and averaged; at least 1
/// @param finish what becomes of the validation windows afterwards
public record OptimizationSettings(
        int epochs,
        int batchSize,
        OptimizerSpec optimizer,
        RateSchedule schedule,
        Loss loss,
        double clipNorm,
        int earlyStopping,
        long seed,
        int batchesPerEpoch,
        int networks,
        Finish finish) {

    public OptimizationSettings {
        if (batchesPerEpoch < 0) {
            throw new IllegalArgumentException(
                    "batches per epoch must be at least 1, or 0 for all, but were " + batchesPerEpoch);
        }
        if (networks < 1) {
            throw new IllegalArgumentException("there must be at least 1 network, but were " + networks);
        }
        if (finish == Finish.REFIT && schedule == RateSchedule.PLATEAU) {
            throw new IllegalArgumentException(
                    "the schedule plateau watches validation windows, of which refitting leaves"
                            + " none; choose another schedule, such as cosine, or keep the weights of the best epoch");
        }
    }

    /// One network, fitted to all batches, its best weights kept.
    public OptimizationSettings(int epochs, int batchSize, OptimizerSpec optimizer, RateSchedule schedule, Loss loss,
            double clipNorm, int earlyStopping, long seed) {
        this(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed, 0, 1, Finish.KEEP);
    }

    /// Up to 50 epochs, batches of 32, Adam with the rate 0.001 throughout, MSE, clipped to norm 1, stopped after 5 epochs without progress, seed 42.
    public static OptimizationSettings standard() {
        return new OptimizationSettings(50, 32, new Adam(0.001), RateSchedule.CONSTANT, new MeanSquaredError(), 1, 5,
                42);
    }

    public OptimizationSettings withEpochs(int other) {
        return new OptimizationSettings(other, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withBatchSize(int other) {
        return new OptimizationSettings(epochs, other, optimizer, schedule, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withOptimizer(OptimizerSpec other) {
        return new OptimizationSettings(epochs, batchSize, other, schedule, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withSchedule(RateSchedule other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, other, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withClipNorm(double other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, other, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withLoss(Loss other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, other, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withEarlyStopping(int other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, other, seed,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withSeed(long other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, other,
                batchesPerEpoch, networks, finish);
    }

    public OptimizationSettings withBatchesPerEpoch(int other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed,
                other, networks, finish);
    }

    public OptimizationSettings withNetworks(int other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, other, finish);
    }

    public OptimizationSettings withFinish(Finish other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed,
                batchesPerEpoch, networks, other);
    }

    /// Batches of an epoch over that many samples.
    int batches(int samples) {
        int all = (int) Math.max(1, (samples + batchSize - 1L) / batchSize);
        return batchesPerEpoch == 0 ? all : Math.min(all, batchesPerEpoch);
    }

    /// The learning rate by step, for that many training samples; empty where it does not move by steps.
    Optional<LearningRateSchedule> rateBySteps(int samples) {
        return schedule.over((long) batches(samples) * epochs);
    }
}
