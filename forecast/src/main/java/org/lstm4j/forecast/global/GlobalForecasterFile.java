package org.lstm4j.forecast.global;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.deepar.DeepArFile;
import org.lstm4j.forecast.esrnn.EsRnnFile;
import org.lstm4j.forecast.likelihood.Likelihoods;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;

/// A [GlobalForecaster] in a `*.lstm4j` file: beside the sections of the model inside stands what turns rows into its inputs and its outputs
/// into forecasts.
final class GlobalForecasterFile {

    /// The section that says what it reads and foretells.
    static final String SECTION = "global_forecaster";
    /// The section that says what is known of the targets it was trained on.
    static final String TARGETS = "series";

    private GlobalForecasterFile() {}

    static ModelFile of(GlobalForecaster forecaster) {
        JsonValue.ObjectBuilder json = JsonValue.object()
                .put("columns", forecaster.schema().toJson())
                .put("frequency", forecaster.frequency().toString())
                .put("season", forecaster.season())
                .put("horizon", forecaster.horizon());
        if (forecaster.model() instanceof DeepArModel deepAr) {
            json.put("seed", deepAr.seed());
        }
        forecaster.calibration().ifPresent(calibration -> json.put("calibration", calibration.toJson()));
        JsonValue.ObjectBuilder targets = JsonValue.object();
        forecaster.facts().forEach((name, known) -> targets.put(name, known.toJson()));
        return forecaster.model().toFile().with(SECTION, json.build()).with(TARGETS, targets.build());
    }

    /// @throws org.lstm4j.ModelFileException when there is none in the file
    static GlobalForecaster of(ModelFile file) {
        Map<String, TargetFacts> facts = file.section(TARGETS, GlobalForecasterFile::facts);
        return file.section(SECTION, json -> forecaster(json.asObject(), file, facts));
    }

    private static Map<String, TargetFacts> facts(JsonValue json) {
        Map<String, TargetFacts> facts = new LinkedHashMap<>();
        json.asObject().members().forEach((name, known) -> facts.put(name, TargetFacts.fromJson(known.asObject())));
        return Collections.unmodifiableMap(facts);
    }

    private static GlobalForecaster forecaster(JsonObject json, ModelFile file, Map<String, TargetFacts> facts) {
        FeatureSchema schema = FeatureSchema.fromJson(json.require("columns").asObject());
        int horizon = json.require("horizon").asInt();
        GlobalModel model = file.sections().containsKey(EsRnnFile.SECTION)
                ? new EsRnnModel(EsRnnFile.of(file), facts)
                : new DeepArModel(DeepArFile.of(file, Likelihoods::named), horizon,
                        new DeepArColumns(schema), json.require("seed").asLong());
        if (horizon < 1 || model.horizon() != horizon) {
            throw new IllegalArgumentException(
                    "the horizon should be " + model.horizon() + ", but is " + horizon);
        }
        Optional<ConformalCalibration> calibration = Optional.ofNullable(json.get("calibration"))
                .map(ConformalCalibration::fromJson);
        if (calibration.isPresent() && calibration.get().steps() != horizon) {
            throw new IllegalArgumentException("the calibration should be of " + horizon + " steps, but is of "
                    + calibration.get().steps());
        }
        return new GlobalForecaster(model, schema, Frequency.parse(json.require("frequency").asText()),
                json.require("season").asInt(), calibration, facts);
    }
}
