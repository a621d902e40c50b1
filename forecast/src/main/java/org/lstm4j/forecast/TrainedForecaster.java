package org.lstm4j.forecast;

import java.util.List;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.History;

/// What training gives: the forecaster, how training went, and how the forecaster does on the test part.
///
/// @param forecaster ready to forecast
/// @param settings what was asked for
/// @param choices what was left to rules, and why the rules chose so
/// @param history epoch by epoch
/// @param trainingWindows how many windows were trained on
/// @param test the test part's errors beside the baselines', judged once
/// @param baselines those it was judged beside
/// @param testWindows the windows judged, for pictures
/// @param divergence why training stopped before its time, where the loss became NaN or infinite; the forecaster is then the
///        best one before that
public record TrainedForecaster(
        Forecaster forecaster,
        ForecastSettings settings,
        List<Choice> choices,
        History history,
        int trainingWindows,
        Evaluation test,
        List<Baseline> baselines,
        WindowSamples testWindows,
        Optional<TrainingException> divergence) {

    public TrainedForecaster {
        choices = List.copyOf(choices);
        baselines = List.copyOf(baselines);
    }
}
