package org.lstm4j.cli;

import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.OptimizationSettings;

/// Trains a forecaster of windows.
record WindowTraining(ForecastSettings settings) implements Training {

    @Override
    public TrainingOutcome run(Dataset data, Console console, Compute compute) {
        OptimizationSettings how = settings.optimization();
        try (ProgressReporter progress = console.progress(how.epochs(), how.batchSize())) {
            return TrainingOutcome.of(new ForecastTrainer(settings, compute).train(data.series(), progress));
        }
    }
}
