package org.lstm4j.forecast;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;

/// A forecaster as one `*.lstm4j` file: the network, and beside it in the header all that turns rows into its inputs and its
/// outputs into forecasts. Equal forecasters give equal files.
public final class ForecasterFile {

    /// The section that says what the network reads and foretells.
    public static final String SECTION = "forecaster";
    /// The section that says what is known of the series it was trained on.
    public static final String SERIES = "series";

    private ForecasterFile() {}

    /// The content of the file; add sections such as metrics before writing it.
    public static ModelFile of(Forecaster forecaster) {
        return ModelFile.of(forecaster.network())
                .with(SECTION, section(forecaster))
                .with(SERIES, series(forecaster.facts()));
    }

    /// Reads a forecaster from a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or not a forecaster's
    /// @throws org.lstm4j.StorageException when it cannot be read
    public static Forecaster read(Path file) {
        return of(ModelFile.read(file));
    }

    /// The forecaster in a file that was read already.
    ///
    /// @throws org.lstm4j.ModelFileException when there is none
    public static Forecaster of(ModelFile file) {
        if (!file.sections().containsKey(SECTION)) {
            throw file.faults().unusable("it holds a network alone, which knows nothing of series, windows and scaling",
                    "a model that train has made", "sections " + file.sections().keySet(),
                    "predict with it in Java, by Predictor, write it on by export, or train a model");
        }
        Map<String, SeriesFacts> facts = file.section(SERIES, ForecasterFile::facts);
        return file.section(SECTION, json -> forecaster(json.asObject(), file, facts));
    }

    private static JsonObject section(Forecaster forecaster) {
        JsonValue.ObjectBuilder json = JsonValue.object()
                .put("windows", forecaster.form().toJson())
                .put("frequency", forecaster.frequency().toString())
                .put("season", forecaster.season())
                .put("scaling", forecaster.scaling().label())
                .put("loss", ForecastLosses.label(forecaster.head().loss()));
        forecaster.calibration().ifPresent(calibration -> json.put("calibration", calibration.toJson())
                .put("calibrated_on", forecaster.calibrationSource().label()));
        if (forecaster.deseasonalization() != Deseasonalization.NONE) {
            json.put("deseasonalization", forecaster.deseasonalization().label());
        }
        if (!forecaster.floors().isEmpty()) {
            json.put("floors", forecaster.floors().toJson());
        }
        return json.build();
    }

    private static JsonObject series(Map<String, SeriesFacts> facts) {
        JsonValue.ObjectBuilder series = JsonValue.object();
        facts.forEach((name, known) -> series.put(name, known.toJson()));
        return series.build();
    }

    private static Map<String, SeriesFacts> facts(JsonValue json) {
        Map<String, SeriesFacts> facts = new LinkedHashMap<>();
        json.asObject().members().forEach((name, known) -> facts.put(name, SeriesFacts.fromJson(known.asObject())));
        return facts;
    }

    private static Forecaster forecaster(JsonObject json, ModelFile file, Map<String, SeriesFacts> facts) {
        WindowForm form = WindowForm.fromJson(json.require("windows").asObject());
        Head head = Head.of(ForecastLosses.named(json.require("loss").asText()));
        requireFit(file, form, head, facts);
        return new Forecaster(
                file.network(),
                reader(json, form, head),
                Frequency.parse(json.require("frequency").asText()),
                json.require("season").asInt(),
                Scaling.of(json.require("scaling").asText()),
                deseasonalization(json.get("deseasonalization")),
                facts);
    }

    /// Files without are from before there was one, or have none.
    private static Deseasonalization deseasonalization(@Nullable JsonValue json) {
        return json == null ? Deseasonalization.NONE : Deseasonalization.of(json.asText());
    }

    /// Files that do not say what calibrated them are from before validation windows could.
    private static ForecastReader reader(JsonObject json, WindowForm form, Head head) {
        JsonValue floors = json.get("floors");
        ForecastReader raw = ForecastReader.raw(form, head).withFloors(
                floors == null ? Floors.NONE : Floors.fromJson(floors, form.schema().targets().size()));
        JsonValue calibration = json.get("calibration");
        if (calibration == null) {
            return raw;
        }
        JsonValue source = json.get("calibrated_on");
        return raw.withCalibration(ConformalCalibration.fromJson(calibration),
                source == null ? CalibrationSource.PART : CalibrationSource.of(source.asText()));
    }

    /// A file whose parts contradict each other must not get as far as a forecast.
    private static void requireFit(
            ModelFile file, WindowForm form, Head head, Map<String, SeriesFacts> facts) {
        FeatureSchema schema = form.schema();
        require("inputs", form.inputShape().elements(), file.network().inputShape().elements());
        require("outputs", form.window().horizon() * form.targets() * head.outputs(),
                file.network().outputShape().elements());
        new CategoryVectors(schema.categories()).requireFit(file.network());
        facts.forEach((name, known) -> {
            require("scalers of series '" + name + "'", schema.columns().size(), known.scalers().size());
            require("seasons of series '" + name + "'", schema.targets().size(), known.seasons().size());
            require("error scales of series '" + name + "'", schema.targets().size(), known.errorScales().size());
        });
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("it knows no series");
        }
    }

    private static void require(String what, int expected, int received) {
        if (expected != received) {
            throw new IllegalArgumentException(what + " should be " + expected + ", but are " + received);
        }
    }
}
