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
public record OptimizationSettings(
        int epochs,
        int batchSize,
        OptimizerSpec optimizer,
        RateSchedule schedule,
        Loss loss,
        double clipNorm,
        int earlyStopping,
        long seed) {

    /// Up to 50 epochs, batches of 32, Adam with the rate 0.001 throughout, MSE, clipped to norm 1, stopped after 5 epochs without progress, seed 42.
    public static OptimizationSettings standard() {
        return new OptimizationSettings(50, 32, new Adam(0.001), RateSchedule.CONSTANT, new MeanSquaredError(), 1, 5,
                42);
    }

    public OptimizationSettings withEpochs(int other) {
        return new OptimizationSettings(other, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, seed);
    }

    public OptimizationSettings withBatchSize(int other) {
        return new OptimizationSettings(epochs, other, optimizer, schedule, loss, clipNorm, earlyStopping, seed);
    }

    public OptimizationSettings withOptimizer(OptimizerSpec other) {
        return new OptimizationSettings(epochs, batchSize, other, schedule, loss, clipNorm, earlyStopping, seed);
    }

    public OptimizationSettings withSchedule(RateSchedule other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, other, loss, clipNorm, earlyStopping, seed);
    }

    public OptimizationSettings withClipNorm(double other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, other, earlyStopping, seed);
    }

    public OptimizationSettings withLoss(Loss other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, other, clipNorm, earlyStopping, seed);
    }

    public OptimizationSettings withEarlyStopping(int other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, other, seed);
    }

    public OptimizationSettings withSeed(long other) {
        return new OptimizationSettings(epochs, batchSize, optimizer, schedule, loss, clipNorm, earlyStopping, other);
    }

    /// The learning rate by step, for that many training samples; empty where it does not move by steps.
    Optional<LearningRateSchedule> rateBySteps(int samples) {
        long updates = Math.max(1, (samples + batchSize - 1L) / batchSize);
        return schedule.over(updates * epochs);
    }
}
