package org.lstm4j.cli;

import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.RollingValidation;
import org.lstm4j.forecast.ScaleName;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.report.content.Fact;
import org.lstm4j.tune.TuningSettings;
import org.lstm4j.tune.forecaster.ForecastObjective;
import org.lstm4j.tune.forecaster.ForecastSpace;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.HyperparameterText;
import org.lstm4j.tune.study.StudyIdentity;

/// Everything that decides what a study comes to, as its file keeps it: a study goes on only where all of it is the same.
record StudySettings(
        Dataset data,
        ForecastSettings base,
        TuningSettings tuning,
        ForecastObjective objective,
        RollingValidation validation) {

    /// @param sampler its name
    StudyIdentity identity(ForecastSpace space, String sampler) {
        return new StudyIdentity(
                data.fingerprint(), objective.rungs(), base.optimization().seed(), space(space), settings(sampler),
                Version.number());
    }

    private static JsonObject space(ForecastSpace space) {
        ObjectBuilder json = JsonValue.object();
        for (Hyperparameter hyperparameter : space.space().hyperparameters()) {
            String text = HyperparameterText.write(hyperparameter);
            json.put(hyperparameter.name(), text.substring(text.indexOf('=') + 1));
        }
        return json.build();
    }

    private JsonObject settings(String sampler) {
        ObjectBuilder json = JsonValue.object()
                .put("target", String.join(",", base.columns().targets()))
                .put("past", String.join(",", base.columns().past()))
                .put("future", String.join(",", base.columns().future()))
                .put("static", String.join(",", base.columns().statics()))
                .put("lags", SettingsList.lags(base.columns().lags()))
                .put("unknown-category", base.columns().unknown().label())
                .put("horizon", base.horizon())
                .put("season", base.season().isPresent() ? Integer.toString(base.season().getAsInt()) : "auto")
                .put("lookback", base.lookback().isPresent() ? Integer.toString(base.lookback().getAsInt()) : "auto")
                .put("scale", ScaleName.of(base.scaling(), base.windowScaling()).label());
        for (Fact fact : SettingsList.ofNetworkAndTraining(base)) {
            if (!fact.name().equals("seed")) { // of the identity, by its own name
                json.put(fact.name(), fact.value());
            }
        }
        return json.put("sampler", sampler)
                .put("folds", validation.plan().folds())
                .put("judged-windows", validation.plan().mostJudgedWindows())
                .put("training-windows", windows())
                .put("generation", tuning.generation())
                .put("eta", tuning.halving().eta())
                .build();
    }

    private JsonArray windows() {
        return new JsonArray(objective.trainingRungs().windows().stream().map(JsonValue::of).toList());
    }
}
