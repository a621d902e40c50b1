package org.lstm4j.forecast;

import java.util.List;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.train.History;

/// A forecaster as fitting leaves it: not judged yet.
///
/// @param forecaster ready to forecast
/// @param settings in force, with what was chosen by trial
/// @param choices what was left to rules, and why the rules chose so
/// @param history epoch by epoch
/// @param trainingWindows how many windows were trained on
/// @param divergence why training stopped before its time, where the loss became NaN or infinite; the forecaster is then the
///        best one before that
public record FittedForecaster(
        Forecaster forecaster,
        ForecastSettings settings,
        List<Choice> choices,
        History history,
        int trainingWindows,
        Optional<TrainingException> divergence) implements FittedModel {

    public FittedForecaster {
        choices = List.copyOf(choices);
    }

    /// What a rule chose for a setting, where one did.
    ///
    /// @param name as on the command line: `lookback`
    public Optional<Choice> choice(String name) {
        return choices.stream().filter(choice -> choice.name().equals(name)).findFirst();
    }
}
