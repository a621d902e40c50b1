package org.lstm4j.cli;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.study.StoredStudy;
import org.lstm4j.tune.study.StoredTrial;

/// A tuning study as JSON: its identity, `best` and `trials`. The error of a trial that failed is null, and its details say why.
final class StudyJson {

    private StudyJson() {}

    static JsonObject of(StoredStudy study) {
        int rungs = study.identity().rungs();
        ObjectBuilder json = JsonValue.object();
        study.identity().toJson().members().forEach(json::put);
        return json.put("best", study.best().<JsonValue>map(StudyJson::best).orElse(JsonNull.NULL))
                .put("trials", new JsonArray(
                        study.trials().stream().<JsonValue>map(trial -> trial(trial, rungs)).toList()))
                .build();
    }

    private static JsonObject best(RungResult result) {
        return JsonValue.object().put("trial", result.trial()).put("error", result.score().error()).build();
    }

    private static JsonObject trial(StoredTrial trial, int rungs) {
        return JsonValue.object()
                .put("number", trial.trial().number())
                .put("state", Values.label(trial.state(rungs)))
                .put("values", trial.trial().configuration().values())
                .put("results", new JsonArray(trial.results().stream().<JsonValue>map(StudyJson::result).toList()))
                .build();
    }

    private static JsonObject result(RungResult result) {
        return JsonValue.object()
                .put("rung", result.rung())
                .put("error", result.score().error())
                .put("details", result.score().details())
                .put("seconds", result.seconds())
                .build();
    }
}
