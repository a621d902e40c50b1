package org.lstm4j.forecast.anomaly;

import java.util.OptionalDouble;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.special.Normal;

/// The anomaly likelihood: how unusual the mean of the last few residuals is among those of a long window.
///
/// With r the residuals, W the long window and W' the short one, both ending at step t:
///
///     μ = Σ r / W     σ² = Σ (r − μ)² / (W − 1)     m = Σ' r / W'     likelihood = 1 − Q((m − μ) / σ)
///
/// where Q is the upper tail of the normal distribution. A noisy series has a wide distribution, so a single large error among others
/// is not unusual, and several in a row are. Until W residuals were seen, the window is those that were.
///
/// **Steady residuals.** σ is taken to be at least a hundredth of μ, and at least what the settings say: of residuals that are all equal
/// none is unusual, and a rounding error beside them does not make it so. Of residuals that are all 0 the first other one scores 1.
///
/// Cost: two walks through the window a step, about 10 µs for 8000 residuals; nothing is summed up from step to step, so a restored scorer
/// has the same numbers.
///
/// Source: Ahmad, Lavin, Purdy and Agha, Unsupervised real-time anomaly detection for streaming data, Neurocomputing 262 (2017),
/// section 3.2; the log scale is that of Numenta's implementation.
public final class AnomalyLikelihood implements ResidualScorer {

    static final String KIND = "likelihood";
    /// Residuals of a forecast that errs at all vary by far more.
    private static final double LEAST_SHARE = 0.01;

    private final LikelihoodSettings settings;
    private final RollingResiduals residuals;

    public AnomalyLikelihood(LikelihoodSettings settings) {
        this.settings = settings;
        residuals = new RollingResiduals(settings.window());
    }

    static AnomalyLikelihood fromJson(JsonObject json) {
        AnomalyLikelihood scorer = new AnomalyLikelihood(
                LikelihoodSettings.fromJson(json.require("settings").asObject()));
        scorer.residuals.addAll(json.require("residuals").asList());
        return scorer;
    }

    public LikelihoodSettings settings() {
        return settings;
    }

    @Override
    public OptionalDouble score(double actual, StepForecast forecast) {
        double residual = settings.measure().of(actual, forecast);
        if (Double.isNaN(residual)) {
            return OptionalDouble.empty();
        }
        residuals.add(residual);
        return residuals.count() < settings.least()
                ? OptionalDouble.empty()
                : OptionalDouble.of(settings.scale().score(tail()));
    }

    /// The probability of a recent mean above this one.
    private double tail() {
        double mean = residuals.mean(residuals.count());
        double deviation = Math.max(residuals.deviation(mean), Math.max(LEAST_SHARE * mean, settings.leastDeviation()));
        double above = residuals.mean(settings.recent()) - mean;
        return above == 0 ? 0.5 : Normal.cumulative(-above / deviation);
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", KIND)
                .put("settings", settings.toJson())
                .put("residuals", residuals.toJson())
                .build();
    }
}
