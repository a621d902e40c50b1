package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.update.UpdateResult;
import org.lstm4j.forecast.update.UpdateSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;

/// The file of a model after an update: what was in it before, with other weights, and a section that tells of all its updates.
///
/// The section `metrics` has the figures on the rows held out, since those of the training were another network's; in `provenance` the
/// checksum is that of the weights in the file, everything else is that of the training.
///
/// @param before the file as it was read
record UpdatedModel(ModelFile before, Dataset data, UpdateSettings settings, UpdateResult result) {

    /// The section that tells of updates.
    static final String UPDATES = "updates";
    static final String PROVENANCE = "provenance";

    private static final String METRICS = "metrics";
    private static final String HISTORY = "history";
    private static final String WEIGHTS = "weights_sha256";

    /// How many updates a model file has seen.
    static int updates(ModelFile model) {
        return history(model).size();
    }

    ModelFile file() {
        Forecaster forecaster = result.forecaster();
        ModelFile file = ForecasterFile.of(forecaster);
        for (var section : before.sections().entrySet()) {
            if (!file.sections().containsKey(section.getKey())) {
                file = file.with(section.getKey(), section.getValue());
            }
        }
        file = file.with(METRICS, RunContent.evaluation(result.newFigures()).toJson()).with(UPDATES, told());
        JsonValue provenance = before.sections().get(PROVENANCE);
        if (provenance instanceof JsonObject known) {
            file = file.with(PROVENANCE, withWeights(known, forecaster));
        }
        return file;
    }

    private static JsonObject withWeights(JsonObject provenance, Forecaster forecaster) {
        ObjectBuilder json = JsonValue.object();
        provenance.members().forEach(json::put);
        return json.put(WEIGHTS, WeightsHash.sha256(forecaster.network().parameters())).build();
    }

    /// What matters most stands first, since `inspect` shows a line.
    private JsonObject told() {
        List<JsonValue> all = new ArrayList<>(history(before));
        all.add(entry());
        return JsonValue.object()
                .put("count", all.size())
                .put("last_step", result.rows().last())
                .put("measure", UpdateJson.measure(result))
                .put("old", result.oldError())
                .put("new", result.newError())
                .put(HISTORY, new JsonArray(all))
                .build();
    }

    private JsonObject entry() {
        return JsonValue.object()
                .put("rows", UpdateJson.rows(result))
                .put("windows", UpdateJson.windows(result))
                .put("settings", UpdateJson.settings(settings))
                .put("measure", UpdateJson.measure(result))
                .put("old", result.oldError())
                .put("new", result.newError())
                .put("calibration", result.calibration().label())
                .put("data", data.report().source())
                .put("data_sha256", data.fingerprint())
                .build();
    }

    private static List<JsonValue> history(ModelFile model) {
        if (!model.sections().containsKey(UPDATES)) {
            return List.of();
        }
        return model.section(UPDATES, json -> json.asObject().require(HISTORY).asList());
    }
}
