package org.lstm4j.forecast.anomaly;

import java.util.OptionalDouble;
import org.lstm4j.json.JsonValue.JsonObject;

/// Says step by step how unusual a value is, from how far it lies from what was foretold of it: 0 as expected, 1 never seen.
///
/// Steps come in the order of time; a scorer keeps what it needs of those before. Scores are of use in their order and beside a
/// threshold, which [NabScorer] finds where anomalies are known. One scorer serves one series; not safe for threads.
public interface ResidualScorer {

    /// Scores the next step and remembers it.
    ///
    /// @param actual what came, NaN when missing
    /// @param forecast what was foretold before it came
    /// @return from 0 to 1; empty when value or forecast is missing, which leaves the state as it was, or when too little was seen
    /// @throws IllegalArgumentException when a number is infinite
    OptionalDouble score(double actual, StepForecast forecast);

    /// Settings and state, from which [#fromJson] makes a scorer that goes on with the same numbers.
    JsonObject toJson();

    /// The scorer that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    static ResidualScorer fromJson(JsonObject json) {
        String kind = json.require("kind").asText();
        return switch (kind) {
            case AnomalyLikelihood.KIND -> AnomalyLikelihood.fromJson(json);
            case ConformalScorer.KIND -> ConformalScorer.fromJson(json);
            default -> throw new IllegalArgumentException("no scorer is called '" + kind + "'; there are "
                    + AnomalyLikelihood.KIND + ", " + ConformalScorer.KIND);
        };
    }
}
