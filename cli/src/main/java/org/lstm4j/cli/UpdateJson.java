package org.lstm4j.cli;

import java.util.stream.Stream;
import org.lstm4j.forecast.update.UpdateResult;
import org.lstm4j.forecast.update.UpdateSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.tune.study.RunEvaluation;
import org.lstm4j.tune.study.RunTraining;

/// What came of an update, as it is said with `--json` and kept in model files.
final class UpdateJson {

    private UpdateJson() {}

    /// The answer of the command.
    ///
    /// @param model where the model in force is
    /// @param previous where the one before was kept; empty where it was not replaced
    /// @param updates how many updates the model in force has seen
    static JsonObject of(UpdateResult result, UpdateSettings settings, String model, String previous, int updates) {
        RunEvaluation before = RunContent.evaluation(result.oldFigures());
        RunEvaluation after = RunContent.evaluation(result.newFigures());
        ObjectBuilder json = JsonValue.object()
                .put("model", model)
                .put("kept", result.kept().label())
                .put("measure", measure(result))
                .put("old", before.test())
                .put("new", after.test())
                .put("baselines", after.baselines())
                .put("rows", rows(result))
                .put("windows", windows(result))
                .put("settings", settings(settings))
                .put("epochs", RunTraining.epochsJson(result.history()))
                .put("train_seconds", result.history().seconds())
                .put("calibration", result.calibration().label());
        notes(json, result, after);
        return json
                .put("previous", previous.isEmpty() ? JsonNull.NULL : JsonValue.of(previous))
                .put("updates", updates)
                .put("weights_sha256", WeightsHash.sha256(result.forecaster().network().parameters()))
                .build();
    }

    private static void notes(ObjectBuilder json, UpdateResult result, RunEvaluation figures) {
        json.put("notes", JsonValue.ofTexts(
                Stream.concat(result.notes().stream(), figures.notes().stream()).toList()));
    }

    /// The name of the metric that decided.
    static String measure(UpdateResult result) {
        return result.isScaled() ? "mase" : "mae";
    }

    static JsonObject rows(UpdateResult result) {
        return JsonValue.object()
                .put("series", result.rows().series())
                .put("new", result.rows().steps())
                .put("held_out", result.rows().heldSteps())
                .put("first", result.rows().first())
                .put("last", result.rows().last())
                .build();
    }

    static JsonObject windows(UpdateResult result) {
        return JsonValue.object()
                .put("new", result.newWindows())
                .put("replayed", result.replayedWindows())
                .put("held_out", result.newFigures().windows())
                .build();
    }

    static JsonObject settings(UpdateSettings settings) {
        return JsonValue.object()
                .put("epochs", settings.epochs())
                .put("optimizer", settings.optimizer().name())
                .put("lr", settings.optimizer().learningRate())
                .put("batch-size", settings.batchSize())
                .put("clip-norm", Double.isInfinite(settings.clipNorm()) ? 0 : settings.clipNorm())
                .put("replay", settings.replay())
                .put("held-out", settings.heldOut())
                .put("seed", settings.seed())
                .build();
    }
}
