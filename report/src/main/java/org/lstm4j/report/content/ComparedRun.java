package org.lstm4j.report.content;

import java.util.List;

/// One training run among several.
///
/// @param name each run has its own: `run 12`, or what its user called it
/// @param task what it was trained on and asked for
/// @param learning the loss by epoch
/// @param evaluation the model and the baselines on the test part; forecasts and errors by step may be empty
/// @param settings every setting in force
/// @param facts what else there is to say: when it ran, how long, hash of the weights
public record ComparedRun(String name, Task task, LearningCurve learning, Evaluation evaluation,
        List<Fact> settings, List<Fact> facts) {

    /// What must be equal for errors to be comparable.
    ///
    /// @param data name of the data, with its fingerprint where there is one
    /// @param target what is forecast
    /// @param horizon steps ahead
    public record Task(String data, String target, int horizon) {}

    public ComparedRun {
        settings = List.copyOf(settings);
        facts = List.copyOf(facts);
    }
}
