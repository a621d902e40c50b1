package org.lstm4j.cli;

import java.util.OptionalDouble;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.tune.TrialOutcome;
import org.lstm4j.tune.TrialState;

/// A study as the contract's JSON has it.
final class TunedStudyJson {

    private TunedStudyJson() {}

    /// @param study the study file, empty when there is none
    /// @param train the line that trains with the best settings, empty when there is no best trial
    static ObjectBuilder of(TunedStudy tuned, String study, String train) {
        return JsonValue.object()
                .put("study", study.isEmpty() ? JsonNull.NULL : JsonValue.of(study))
                .put("measure", tuned.measure().key())
                .put("best",
                        tuned.study().best().map(TunedStudyJson::trial).map(JsonValue.class::cast)
                                .orElse(JsonNull.NULL))
                .put("default_error", number(tuned.defaultError()))
                .put("gain", number(tuned.study().gain()))
                .put("improves_on_defaults", improves(tuned))
                .put("baselines", baselines(tuned))
                .put("finished_trials", tuned.study().trials().size())
                .put("complete_trials", tuned.study().count(TrialState.COMPLETE))
                .put("pruned_trials", tuned.study().count(TrialState.PRUNED))
                .put("failed_trials", tuned.study().count(TrialState.FAILED))
                .put("best_so_far", JsonValue.of(tuned.study().bestSoFar()))
                .put("trials",
                        new JsonArray(tuned.study().trials().stream().<JsonValue>map(TunedStudyJson::trial).toList()))
                .put("importance", tuned.importance().toJson())
                .put("space", tuned.identity().space())
                .put("settings", tuned.identity().settings())
                .put("data_sha256", tuned.identity().dataSha256())
                .put("seed", tuned.identity().seed())
                .put("seconds", tuned.seconds())
                .put("train_command", train.isEmpty() ? JsonNull.NULL : JsonValue.of(train));
    }

    /// Whether a trial was better than the defaults; so too where the defaults failed and another did not.
    static boolean improves(TunedStudy tuned) {
        return tuned.study().best().map(best -> best.number() != 1).orElse(false);
    }

    private static JsonObject trial(TrialOutcome trial) {
        ObjectBuilder json = JsonValue.object();
        trial.toJson().members().forEach(json::put);
        return json.put("error", trial.error()).put("seconds", TunedStudy.seconds(trial)).build();
    }

    private static JsonObject baselines(TunedStudy tuned) {
        ObjectBuilder json = JsonValue.object();
        tuned.baselines().forEach(json::put);
        return json.build();
    }

    private static JsonValue number(OptionalDouble value) {
        return value.isPresent() ? JsonValue.of(value.getAsDouble()) : JsonNull.NULL;
    }
}
