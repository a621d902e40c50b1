package org.lstm4j.forecast.anomaly;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What decides an [AnomalyLikelihood]. Immutable; begin with [#standard].
///
/// @param window residuals whose distribution is looked at, at least 2
/// @param recent residuals whose mean is compared with it, from 1 to `least`
/// @param least residuals before the first score, from 2 to `window`
/// @param leastDeviation the standard deviation is taken to be at least this, in the residuals' unit; 0 or more. Differences below it are
///        never unusual, however steady the series has been
/// @param measure how residuals are measured
/// @param scale how the tail probability becomes a score
public record LikelihoodSettings(int window, int recent, int least, double leastDeviation, ResidualMeasure measure,
        LikelihoodScale scale) {

    public LikelihoodSettings {
        if (least < 2 || least > window) {
            throw new IllegalArgumentException("the first score needs from 2 residuals to a full window of " + window
                    + ", but was to come after " + least);
        }
        if (recent < 1 || recent > least) {
            throw new IllegalArgumentException("the recent window must hold from 1 residual to the " + least
                    + " of the first score, but was to hold " + recent);
        }
        if (!(leastDeviation >= 0) || Double.isInfinite(leastDeviation)) {
            throw new IllegalArgumentException(
                    "the least deviation must be 0 or more and finite, but was " + leastDeviation);
        }
    }

    /// The paper's windows, 8000 and 10; scores after 100 residuals, on the log scale.
    public static LikelihoodSettings standard() {
        return new LikelihoodSettings(8000, 10, 100, 0, ResidualMeasure.ABSOLUTE, LikelihoodScale.LOG);
    }

    public LikelihoodSettings withWindow(int other) {
        return new LikelihoodSettings(other, recent, least, leastDeviation, measure, scale);
    }

    public LikelihoodSettings withRecent(int other) {
        return new LikelihoodSettings(window, other, least, leastDeviation, measure, scale);
    }

    public LikelihoodSettings withLeast(int other) {
        return new LikelihoodSettings(window, recent, other, leastDeviation, measure, scale);
    }

    public LikelihoodSettings withLeastDeviation(double other) {
        return new LikelihoodSettings(window, recent, least, other, measure, scale);
    }

    public LikelihoodSettings withMeasure(ResidualMeasure other) {
        return new LikelihoodSettings(window, recent, least, leastDeviation, other, scale);
    }

    public LikelihoodSettings withScale(LikelihoodScale other) {
        return new LikelihoodSettings(window, recent, least, leastDeviation, measure, other);
    }

    JsonObject toJson() {
        return JsonValue.object()
                .put("window", window)
                .put("recent", recent)
                .put("least", least)
                .put("least_deviation", leastDeviation)
                .put("measure", measure.label())
                .put("scale", scale.label())
                .build();
    }

    static LikelihoodSettings fromJson(JsonObject json) {
        return new LikelihoodSettings(
                json.require("window").asInt(),
                json.require("recent").asInt(),
                json.require("least").asInt(),
                json.require("least_deviation").asDouble(),
                ResidualMeasure.of(json.require("measure").asText()),
                LikelihoodScale.of(json.require("scale").asText()));
    }
}
