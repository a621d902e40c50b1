package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.ForecasterFile;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.report.HtmlReport;

/// One training with all that comes of it: model file, report, table and JSON. `train` and `demo` are this.
final class TrainingRun {

    private final Dataset data;
    private final ForecastSettings settings;
    private final Console console;
    private final Compute compute;

    TrainingRun(Dataset data, ForecastSettings settings, Console console, Compute compute) {
        this.data = data;
        this.settings = settings;
        this.console = console;
        this.compute = compute;
    }

    /// Trains and shows how it goes.
    TrainedForecaster train() {
        OptimizationSettings how = settings.optimization();
        TrainedForecaster trained;
        try (ProgressReporter progress = console.progress(how.epochs(), how.batchSize())) {
            trained = new ForecastTrainer(settings, compute).train(data.series(), progress);
        }
        trained.choices().forEach(choice -> console.tell(
                "auto: " + choice.name() + " = " + choice.value() + " (" + choice.reason() + ")"));
        return trained;
    }

    /// Writes the model file.
    ///
    /// @param reading how its data was read, see [RememberedReading]
    /// @param stamp sections beyond those that every equal run has; empty unless asked for
    void writeModel(TrainedForecaster trained, JsonObject reading, Path file, Map<String, JsonValue> stamp) {
        ModelFile model = ForecasterFile.of(trained.forecaster())
                .with(RememberedReading.SECTION, reading)
                .with("metrics", metrics(trained))
                .with("provenance", provenance(trained));
        for (Map.Entry<String, JsonValue> section : stamp.entrySet()) {
            model = model.with(section.getKey(), section.getValue());
        }
        model.write(file);
        console.message("wrote " + file);
    }

    /// Writes the report.
    ///
    /// @param command the command line that repeats the run
    void writeReport(TrainedForecaster trained, Path file, String title, String command) {
        new HtmlReport(new ReportContent(data, trained, compute).of(title, command)).writeTo(file);
        console.message("wrote " + file);
    }

    /// The table of metrics and the verdict, for readers.
    void print(TrainedForecaster trained) {
        MetricsTable.lines(trained.test()).forEach(console::print);
        console.printSentence(trained.test().verdict() + " (windows of the test part: "
                + trained.test().windows() + ")");
    }

    /// The contract's JSON.
    ///
    /// @param model where the model file was written, empty when it was not
    ObjectBuilder json(TrainedForecaster trained, String model) {
        Forecaster forecaster = trained.forecaster();
        double seconds = trained.history().seconds();
        double samples = (double) trained.trainingWindows() * trained.history().epochs().size();
        ObjectBuilder json = JsonValue.object()
                .put("model", model.isEmpty() ? JsonValue.JsonNull.NULL : JsonValue.of(model))
                .put("weights_sha256", WeightsHash.sha256(forecaster.network().parameters()))
                .put("epochs", TrainJson.epochs(trained.history()))
                .put("best_epoch", trained.history().bestEpoch())
                .put("train_seconds", seconds)
                .put("samples_per_second", samples / seconds);
        TrainJson.addEvaluation(json, trained.test());
        return json.put("settings", settingsJson(trained))
                .put("seed", settings.optimization().seed())
                .put("parameters", forecaster.network().parameterCount());
    }

    private JsonObject settingsJson(TrainedForecaster trained) {
        ObjectBuilder json = JsonValue.object();
        SettingsList.of(trained).forEach(fact -> json.put(fact.name(), fact.value()));
        ObjectBuilder reasons = JsonValue.object();
        for (Choice choice : trained.choices()) {
            reasons.put(choice.name(), choice.reason());
        }
        return json.put("reasons", reasons.build()).build();
    }

    private static JsonObject metrics(TrainedForecaster trained) {
        ObjectBuilder json = JsonValue.object();
        TrainJson.addEvaluation(json, trained.test());
        return json.build();
    }

    /// What the model was made from; nothing that differs between machines or runs.
    private JsonObject provenance(TrainedForecaster trained) {
        ObjectBuilder json = JsonValue.object()
                .put("lstm4j", Version.number())
                .put("data", data.report().source())
                .put("data_sha256", data.fingerprint())
                .put("weights_sha256", WeightsHash.sha256(trained.forecaster().network().parameters()));
        return json.put("settings", settingsJson(trained)).build();
    }
}
