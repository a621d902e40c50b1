package org.lstm4j.tune.study;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.train.History;

/// How a training run went.
///
/// @param settings every setting in force, as texts by their names on the command line
/// @param reasons why, for those that were left to a rule
/// @param seed of everything random
/// @param history epoch by epoch
/// @param failure why training stopped before its time, where the loss became NaN or infinite; empty where it did not
public record RunTraining(JsonObject settings, JsonObject reasons, long seed, History history, String failure) {

    private static final String REASONS = "reasons";

    public RunTraining {
        settings.members().values().forEach(JsonValue::asText);
        reasons.members().values().forEach(JsonValue::asText);
    }

    /// Seconds of all epochs.
    public double seconds() {
        return history.seconds();
    }

    public boolean diverged() {
        return !failure.isEmpty();
    }

    /// The settings with the member `reasons` after them.
    public JsonObject settingsJson() {
        ObjectBuilder json = JsonValue.object();
        settings.members().forEach(json::put);
        return json.put(REASONS, reasons).build();
    }

    /// What is kept of each epoch: `epoch`, `loss`, `val_loss` and `seconds`.
    public static JsonArray epochsJson(History history) {
        return new JsonArray(history.epochs().stream().map(RunTraining::json).toList());
    }

    private static JsonValue json(History.Epoch epoch) {
        return JsonValue.object()
                .put("epoch", epoch.epoch())
                .put("loss", epoch.loss())
                .put("val_loss", epoch.validationLoss())
                .put("seconds", epoch.seconds())
                .build();
    }

    /// The settings in what [#settingsJson] has written.
    static JsonObject settings(JsonObject json) {
        ObjectBuilder settings = JsonValue.object();
        json.members().forEach((name, value) -> {
            if (!name.equals(REASONS)) {
                settings.put(name, value);
            }
        });
        return settings.build();
    }

    static JsonObject reasons(JsonObject json) {
        return json.require(REASONS).asObject();
    }
}
