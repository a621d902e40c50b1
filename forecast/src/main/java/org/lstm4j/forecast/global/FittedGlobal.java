package org.lstm4j.forecast.global;

import java.util.List;
import java.util.Optional;
import org.lstm4j.TrainingException;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.train.History;

/// A global model as fitting leaves it: calibrated if asked, not judged yet.
///
/// @param forecaster ready to forecast
/// @param settings what was asked for
/// @param kind of model
/// @param inForce the kind's settings, by their names on the command line; with a reason where a rule chose
/// @param history epoch by epoch
/// @param loss what the losses of the history are, for readers
/// @param pace how long training could have taken
public record FittedGlobal(GlobalForecaster forecaster, GlobalSettings settings, GlobalFit kind, List<Choice> inForce,
        History history, String loss, GlobalFit.Pace pace) implements FittedModel {

    public FittedGlobal {
        inForce = List.copyOf(inForce);
    }

    /// Those of the settings in force that a rule chose.
    @Override
    public List<Choice> choices() {
        return inForce.stream().filter(choice -> !choice.reason().isEmpty()).toList();
    }

    /// None: a training whose loss becomes NaN or infinite keeps nothing, and throws.
    @Override
    public Optional<TrainingException> divergence() {
        return Optional.empty();
    }
}
