package org.lstm4j.cli.accuracy;

import java.util.OptionalInt;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanAbsoluteError;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;

/// The settings of the LSTM: one rule for all protocols, fixed before any of them was run.
///
/// The epochs are bounded so that a training goes through about as many samples whatever the file.
///
/// @param seed decides initial weights, order of samples and dropout
public record LstmRule(long seed) {

    private static final int HIDDEN = 64;
    private static final double DROPOUT = 0.1;
    private static final double LEARNING_RATE = 1e-3;
    private static final int BATCH_SIZE = 64;
    private static final int LEAST_EPOCHS = 5;
    private static final int MOST_EPOCHS = 30;
    private static final long SAMPLES = 600_000;

    /// The settings for a task.
    public ForecastSettings settings(Task task) {
        Protocol protocol = task.protocol();
        Split split = task.splits().getFirst();
        int lookback = Lookback.of(task);
        return ForecastSettings.horizon(protocol.horizon())
                .withColumns(task.columns())
                .withLookback(OptionalInt.of(lookback))
                .withSeason(OptionalInt.of(protocol.season()))
                .withWindowScaling(WindowScaling.REVIN)
                .withSkip(Skip.LINEAR)
                .withNetwork(NetworkSettings.standard()
                        .withArchitecture(Architecture.SEGMENT)
                        .withHidden(HIDDEN)
                        .withDropout(DROPOUT))
                .withOptimization(OptimizationSettings.standard()
                        .withOptimizer(new Adam(LEARNING_RATE))
                        .withSchedule(RateSchedule.COSINE)
                        .withLoss(loss(protocol))
                        .withBatchSize(BATCH_SIZE)
                        .withEpochs(epochs(task, lookback))
                        .withSeed(seed))
                .withSplit(SplitShares.ofSteps(split.validation(), 0, split.test()));
    }

    private static Loss loss(Protocol protocol) {
        return protocol.main().isOfSquares() ? new MeanSquaredError() : new MeanAbsoluteError();
    }

    private static int epochs(Task task, int lookback) {
        long samples = 0;
        for (Split split : task.splits()) {
            samples += Math.max(0, split.trainEnd() - lookback - task.protocol().horizon() + 1);
        }
        samples *= task.columns().targets().size();
        return Math.clamp(SAMPLES / Math.max(1, samples), LEAST_EPOCHS, MOST_EPOCHS);
    }
}
