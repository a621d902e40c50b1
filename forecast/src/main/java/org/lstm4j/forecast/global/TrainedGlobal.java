package org.lstm4j.forecast.global;

import java.util.List;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.train.History;

/// What training a global model gives.
///
/// @param forecaster ready to forecast
/// @param settings what was asked for
/// @param kind of model
/// @param choices the kind's settings in force, by their names on the command line; with a reason where a rule chose
/// @param history epoch by epoch
/// @param loss what the losses of the history are, for readers
/// @param pace how long training could have taken
/// @param test the test part's errors beside the baselines', judged once
public record TrainedGlobal(GlobalForecaster forecaster, GlobalSettings settings, GlobalFit kind, List<Choice> choices,
        History history, String loss, GlobalFit.Pace pace, Evaluation test) {

    public TrainedGlobal {
        choices = List.copyOf(choices);
    }
}
