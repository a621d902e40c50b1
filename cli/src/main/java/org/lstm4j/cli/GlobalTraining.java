package org.lstm4j.cli;

import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.GlobalTrainer;

/// Trains an ES-RNN or a DeepAR.
record GlobalTraining(GlobalSettings settings, GlobalFit kind) implements Training {

    @Override
    public TrainingOutcome run(Dataset data, Console console, Compute compute) {
        int targets = data.series().size() * settings.columns().targets().size();
        GlobalFit.Pace pace = kind.pace(targets);
        try (ProgressReporter progress = console.progress(pace.epochs(), pace.batchSize())) {
            return TrainingOutcome.of(new GlobalTrainer(settings, kind, compute)
                    .train(data.series(), epoch -> progress.onEpoch(epoch, pace.batches())));
        }
    }
}
