package org.lstm4j.forecast;

import java.util.List;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.train.History;

/// A model of any kind as fitting leaves it: not judged yet.
///
/// [FittedForecaster] foretells from windows; `FittedGlobal` in the package `global` from the whole past of a series.
public interface FittedModel {

    /// Ready to forecast.
    ForecastModel forecaster();

    /// What was left to rules, and why the rules chose so.
    List<Choice> choices();

    /// Epoch by epoch.
    History history();

    /// Why training stopped before its time, where the loss became NaN or infinite; the forecaster is then the best one before that.
    Optional<TrainingException> divergence();
}
