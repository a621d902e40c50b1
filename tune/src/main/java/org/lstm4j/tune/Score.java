package org.lstm4j.tune;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// How good a trial is.
///
/// @param error the smaller, the better; infinite where the trial failed, as a training that diverges does
/// @param details what a reader may want to know beside it: errors by fold, say, or why it failed; the same on every machine
public record Score(double error, JsonObject details) {

    public Score {
        if (Double.isNaN(error)) {
            throw new IllegalArgumentException("the error of a trial that failed is infinite, not NaN");
        }
    }

    public static Score of(double error) {
        return new Score(error, JsonValue.object().build());
    }

    /// @param reason why there is no error to speak of
    public static Score failed(String reason) {
        return new Score(Double.POSITIVE_INFINITY, JsonValue.object().put("failure", reason).build());
    }

    public boolean failed() {
        return Double.isInfinite(error);
    }
}
