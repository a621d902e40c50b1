package org.lstm4j.cli;

import java.util.List;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.global.TrainedGlobal;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.report.content.Fact;
import org.lstm4j.train.History;

/// What came of a training, whatever the kind of model.
///
/// @param settings every one in force, by its name on the command line
/// @param choices what was left to rules, and why the rules chose so
/// @param loss what the losses of the history are, for readers
/// @param samples how many were gone through in all epochs
/// @param seed of everything random
/// @param test the test part's errors beside the baselines'
/// @param baselines those it was judged beside
/// @param divergence why training stopped before its time, where the loss became NaN or infinite
record TrainingOutcome(ForecastModel model, List<Fact> settings, List<Choice> choices, SplitShares split,
        History history,
        String loss, double samples, long seed, Evaluation test, List<Baseline> baselines,
        Optional<TrainingException> divergence) {

    TrainingOutcome {
        settings = List.copyOf(settings);
        choices = List.copyOf(choices);
        baselines = List.copyOf(baselines);
    }

    static TrainingOutcome of(TrainedForecaster trained) {
        return new TrainingOutcome(trained.forecaster(), SettingsList.of(trained), trained.choices(),
                trained.settings().split(), trained.history(),
                trained.settings().optimization().loss().name() + " of scaled values",
                samplesOfEpoch(trained) * trained.history().epochs().size(),
                trained.settings().optimization().seed(), trained.test(), trained.baselines(), trained.divergence());
    }

    private static double samplesOfEpoch(TrainedForecaster trained) {
        OptimizationSettings how = trained.settings().optimization();
        double most = (double) how.batchesPerEpoch() * how.batchSize();
        return most == 0 ? trained.trainingWindows() : Math.min(trained.trainingWindows(), most);
    }

    static TrainingOutcome of(TrainedGlobal trained) {
        double samplesOfEpoch = (double) trained.pace().batches() * trained.pace().batchSize();
        return new TrainingOutcome(trained.forecaster(), SettingsList.of(trained),
                trained.choices().stream().filter(choice -> !choice.reason().isEmpty()).toList(),
                trained.settings().split(), trained.history(), trained.loss(),
                samplesOfEpoch * trained.history().epochs().size(), trained.kind().wishes().seed(), trained.test(),
                Baseline.standard(trained.forecaster().season()), Optional.empty());
    }
}
