package org.lstm4j.forecast.anomaly;

import java.util.OptionalDouble;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// 1 − p, where p is the share of past residuals that are at least as large as this one: the conformal p-value, old residuals counting
/// less.
///
///     p = (1 + Σ w [past ≥ residual]) / (1 + Σ w),   w = decay^(steps ago)
///
/// Without decay, and where residuals may be swapped with each other, a score above 1 − ε is seen in a share ε of steps at most, whatever
/// their distribution. The highest score that n past residuals can give is n / (n + 1). Of residuals that are all equal each scores 0.
///
/// Cost: one walk through the window a step.
///
/// Source: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World (2005), p-values; Laxhammar and Falkman, conformal anomaly
/// detection (2010); Barber, Candès, Ramdas and Tibshirani, Conformal prediction beyond exchangeability (2023), weights that decay.
public final class ConformalScorer implements ResidualScorer {

    static final String KIND = "conformal";

    private final ConformalSettings settings;
    private final RollingResiduals residuals;

    public ConformalScorer(ConformalSettings settings) {
        this.settings = settings;
        residuals = new RollingResiduals(settings.window());
    }

    static ConformalScorer fromJson(JsonObject json) {
        ConformalScorer scorer = new ConformalScorer(
                ConformalSettings.fromJson(json.require("settings").asObject()));
        scorer.residuals.addAll(json.require("residuals").asList());
        return scorer;
    }

    public ConformalSettings settings() {
        return settings;
    }

    @Override
    public OptionalDouble score(double actual, StepForecast forecast) {
        double residual = settings.measure().of(actual, forecast);
        if (Double.isNaN(residual)) {
            return OptionalDouble.empty();
        }
        OptionalDouble score = residuals.count() < settings.least()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - shareAsLarge(residual));
        residuals.add(residual);
        return score;
    }

    private double shareAsLarge(double residual) {
        double asLarge = 1;
        double all = 1;
        double weight = 1;
        for (int age = 0; age < residuals.count(); age++) {
            weight *= settings.decay();
            all += weight;
            if (residuals.back(age) >= residual) {
                asLarge += weight;
            }
        }
        return asLarge / all;
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
