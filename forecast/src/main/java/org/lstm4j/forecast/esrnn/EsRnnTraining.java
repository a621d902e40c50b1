package org.lstm4j.forecast.esrnn;

import java.util.Objects;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.optim.schedule.MultiStepDecay;

/// How network and smoothing are trained together.
///
/// @param epochs at least 1; in each, every series is gone through once
/// @param batchSize series whose mean gradient makes one update of the network, at least 1. Smyl takes one series at a time; several
///        make fewer updates of better use of the machine
/// @param learningRate Adam's, above 0
/// @param schedule how the rate moves; its steps are epochs, from 0
/// @param seriesRateFactor what the rate is multiplied by for the numbers of a series, above 0: they move once an epoch, the network once
///        a batch
/// @param clipNorm largest joint norm of the network's gradients, and of those of a series; infinity for none
/// @param levelPenalty weight of the mean squared second difference of the levels in the loss, 0 or more: how smooth a level has to be
/// @param seed decides initial weights, order of series and noise
public record EsRnnTraining(
        int epochs,
        int batchSize,
        double learningRate,
        LearningRateSchedule schedule,
        double seriesRateFactor,
        double clipNorm,
        double levelPenalty,
        long seed) {

    public EsRnnTraining {
        Objects.requireNonNull(schedule, "schedule");
        require(epochs >= 1, "epochs must be at least 1", epochs);
        require(batchSize >= 1, "the batch size must be at least 1", batchSize);
        require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
                "the learning rate must be above 0 and finite", learningRate);
        require(seriesRateFactor > 0 && seriesRateFactor < Double.POSITIVE_INFINITY,
                "the factor on the learning rate of series must be above 0 and finite", seriesRateFactor);
        require(clipNorm > 0, "the clip norm must be above 0", clipNorm);
        require(levelPenalty >= 0 && levelPenalty < Double.POSITIVE_INFINITY,
                "the penalty on levels must be 0 or more and finite", levelPenalty);
    }

    /// Batches of 8, the rate 0.01, and 0.3 of it from half of the epochs on and 0.09 from three quarters on, the same rate for series, clipped to
    /// norm 20, a level penalty of 50, seed 42.
    public static EsRnnTraining ofEpochs(int epochs) {
        long half = Math.max(1, epochs / 2);
        long late = Math.max(half + 1, 3L * epochs / 4);
        return new EsRnnTraining(epochs, 8, 0.01, new MultiStepDecay(0.3, half, late), 1, 20, 50, 42);
    }

    /// The schedule stays as it is; [#ofEpochs] fits one to the epochs.
    public EsRnnTraining withEpochs(int other) {
        return new EsRnnTraining(other, batchSize, learningRate, schedule, seriesRateFactor, clipNorm, levelPenalty,
                seed);
    }

    public EsRnnTraining withBatchSize(int other) {
        return new EsRnnTraining(epochs, other, learningRate, schedule, seriesRateFactor, clipNorm, levelPenalty, seed);
    }

    public EsRnnTraining withLearningRate(double other) {
        return new EsRnnTraining(epochs, batchSize, other, schedule, seriesRateFactor, clipNorm, levelPenalty, seed);
    }

    public EsRnnTraining withSchedule(LearningRateSchedule other) {
        return new EsRnnTraining(epochs, batchSize, learningRate, other, seriesRateFactor, clipNorm, levelPenalty,
                seed);
    }

    public EsRnnTraining withSeriesRateFactor(double other) {
        return new EsRnnTraining(epochs, batchSize, learningRate, schedule, other, clipNorm, levelPenalty, seed);
    }

    public EsRnnTraining withClipNorm(double other) {
        return new EsRnnTraining(epochs, batchSize, learningRate, schedule, seriesRateFactor, other, levelPenalty,
                seed);
    }

    public EsRnnTraining withLevelPenalty(double other) {
        return new EsRnnTraining(epochs, batchSize, learningRate, schedule, seriesRateFactor, clipNorm, other, seed);
    }

    public EsRnnTraining withSeed(long other) {
        return new EsRnnTraining(epochs, batchSize, learningRate, schedule, seriesRateFactor, clipNorm, levelPenalty,
                other);
    }

    private static void require(boolean holds, String rule, double received) {
        if (!holds) {
            String number = received == Math.rint(received) && Math.abs(received) < 1e9
                    ? Long.toString((long) received)
                    : Double.toString(received);
            throw new IllegalArgumentException(rule + ", but was " + number);
        }
    }
}
