package org.lstm4j.tune.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.train.History;

/// Training runs as JSON: in study files, and in what the command line says. NaN and infinite losses and metrics are null.
final class RunJson {

    private RunJson() {}

    static JsonObject write(StoredRun run) {
        RunLabel label = run.label();
        ObjectBuilder json = JsonValue.object().put("id", run.id());
        write(label).members().forEach(json::put);
        write(run.result()).members().forEach(json::put);
        return json.build();
    }

    /// What the file keeps: everything but the id, which is a column of its own.
    static JsonObject write(RunLabel label, RunResult result) {
        ObjectBuilder json = JsonValue.object();
        write(label).members().forEach(json::put);
        write(result).members().forEach(json::put);
        return json.build();
    }

    static JsonObject write(RunResult result) {
        RunTask task = result.task();
        RunTraining training = result.training();
        ObjectBuilder json = JsonValue.object()
                .put("data", task.source())
                .put("data_sha256", task.dataSha256())
                .put("targets", JsonValue.ofTexts(task.targets()))
                .put("horizon", task.horizon())
                .put("season", task.season())
                .put("weights_sha256", result.weightsSha256())
                .put("epochs", RunTraining.epochsJson(training.history()))
                .put("best_epoch", training.history().bestEpoch())
                .put("stop_reason", training.history().stopReason())
                .put("train_seconds", training.seconds())
                .put("failure", orNull(training.failure()));
        result.evaluation().toJson().members().forEach(json::put);
        return json.put("settings", training.settingsJson())
                .put("seed", training.seed())
                .put("parameters", result.parameters())
                .build();
    }

    /// @throws IllegalArgumentException when the content is not that of a run
    static StoredRun read(int id, JsonObject json) {
        RunLabel label = new RunLabel(json.require("name").asText(), instant(json.require("made").asText()),
                json.require("lstm4j").asText(), text(json.require("model")));
        RunTask task = new RunTask(
                json.require("data").asText(),
                json.require("data_sha256").asText(),
                json.require("targets").asList().stream().map(JsonValue::asText).toList(),
                json.require("horizon").asInt(),
                json.require("season").asInt());
        List<History.Epoch> epochs = json.require("epochs").asList().stream().map(RunJson::epoch).toList();
        JsonObject settings = json.require("settings").asObject();
        RunTraining training = new RunTraining(
                RunTraining.settings(settings),
                RunTraining.reasons(settings),
                json.require("seed").asLong(),
                new History(epochs, json.require("best_epoch").asInt(), json.require("stop_reason").asText()),
                text(json.require("failure")));
        return new StoredRun(id, label, new RunResult(task, training, RunEvaluation.of(json),
                json.require("weights_sha256").asText(), json.require("parameters").asLong()));
    }

    private static JsonObject write(RunLabel label) {
        return JsonValue.object()
                .put("name", label.name())
                .put("made", label.made().toString())
                .put("lstm4j", label.version())
                .put("model", orNull(label.model()))
                .build();
    }

    private static History.Epoch epoch(JsonValue value) {
        JsonObject json = value.asObject();
        return new History.Epoch(
                json.require("epoch").asInt(),
                json.require("loss").asDouble(),
                json.require("val_loss").asDouble(),
                json.require("seconds").asDouble());
    }

    private static JsonValue orNull(String text) {
        return text.isEmpty() ? JsonNull.NULL : JsonValue.of(text);
    }

    private static String text(JsonValue value) {
        return value == JsonNull.NULL ? "" : value.asText();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no instant", e);
        }
    }
}
