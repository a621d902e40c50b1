package org.lstm4j.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tune.ParameterImportance;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Study;
import org.lstm4j.tune.TrialOutcome;
import org.lstm4j.tune.forecaster.ForecastSpace;
import org.lstm4j.tune.study.StudyIdentity;

/// A search for settings that has come to its end, or to that of its time.
///
/// @param data what it was made with
/// @param base the settings of trial 1, which those of the others differ from
/// @param defaults the values of trial 1 by name, as texts, those that a rule chose among them
/// @param space what was searched
/// @param windows that each fold trained on, rung by rung
/// @param folds how often each trial was trained and judged
/// @param identity what makes the study this one
/// @param study what came of it
/// @param seconds of wall-clock time that this run of it took
record TunedStudy(
        Dataset data,
        ForecastSettings base,
        Map<String, String> defaults,
        ForecastSpace space,
        List<Integer> windows,
        int folds,
        StudyIdentity identity,
        Study study,
        double seconds) {

    /// What the errors are: MASE, or MAE where MASE is undefined. It depends on the data alone.
    PointMetric measure() {
        String key = study.trials().stream()
                .map(trial -> lastDetails(trial).get("measure"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(JsonValue::asText)
                .orElse(PointMetric.MASE.key());
        return Arrays.stream(PointMetric.values()).filter(metric -> metric.key().equals(key)).findFirst().orElseThrow();
    }

    /// The error of the defaults on the last rung; empty where they failed.
    OptionalDouble defaultError() {
        TrialOutcome first = study.trials().getFirst();
        return Double.isFinite(first.error()) ? OptionalDouble.of(first.error()) : OptionalDouble.empty();
    }

    /// The baselines' errors on the windows that all trials were judged on, by name as in the contract of the command line:
    /// `seasonal_naive`. Empty where the defaults failed.
    Map<String, Double> baselines() {
        Map<String, Double> errors = new LinkedHashMap<>();
        JsonValue baselines = lastDetails(study.trials().getFirst()).get("baselines");
        if (baselines != null) {
            baselines.asObject().members().forEach((name, error) -> errors.put(name, error.asDouble()));
        }
        return errors;
    }

    /// The settings of the best trial; empty when there is none.
    Optional<ForecastSettings> bestSettings() {
        return study.best().map(best -> space.apply(best.trial().configuration(), base));
    }

    ParameterImportance importance() {
        return ParameterImportance.of(space.space(), study);
    }

    /// Seconds that a trial took, in whatever run of the study.
    static double seconds(TrialOutcome trial) {
        return trial.results().stream().mapToDouble(RungResult::seconds).sum();
    }

    private static JsonObject lastDetails(TrialOutcome trial) {
        return trial.results().getLast().score().details();
    }
}
