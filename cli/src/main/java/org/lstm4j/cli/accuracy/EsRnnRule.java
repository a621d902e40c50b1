package org.lstm4j.cli.accuracy;

import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.esrnn.EsRnnSettings;
import org.lstm4j.forecast.metrics.IntervalAccumulator;

/// The settings of ES-RNN: by the frequency of the series, with the levels that are judged, trained for the fixed number of epochs of
/// [EsRnnSettings], none of which is chosen.
///
/// | steps | smoothed seasons |
/// |---|---|
/// | shorter than a day | a day and a week |
/// | others with a season (days 7, months 12, quarters 4), or without time the season of the protocol | that one |
/// | weeks | none; the network remembers 52 |
/// | others | none; the network remembers a horizon |
///
/// @param seed decides initial weights, order of series and noise
public record EsRnnRule(long seed) {

    private static final long DAY = 86_400_000L;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;

    /// The settings for a task.
    public EsRnnSettings settings(Task task) {
        return byFrequency(task)
                .withWindows(windows -> windows.withLevels(IntervalAccumulator.levels()))
                .withTraining(training -> training.withSeed(seed));
    }

    private static EsRnnSettings byFrequency(Task task) {
        Frequency frequency = task.frequency();
        int horizon = task.protocol().horizon();
        int season = frequency instanceof Frequency.StepIndex ? task.protocol().season() : frequency.defaultSeason();
        if (frequency instanceof FixedStep(long millis) && millis < DAY && season > 1) {
            return EsRnnSettings.forSeasons(horizon, season, DAYS_OF_A_WEEK * season);
        }
        if (season > 1) {
            return EsRnnSettings.forSeasons(horizon, season);
        }
        boolean weekly = frequency instanceof FixedStep(long millis) && millis == DAYS_OF_A_WEEK * DAY;
        return EsRnnSettings.forCycle(horizon, weekly ? WEEKS_OF_A_YEAR : Math.max(2, horizon));
    }
}
