package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import org.lstm4j.report.HtmlReport;
import org.lstm4j.tune.study.RunResult;

/// One training with all that comes of it: model file, report, table and JSON. `train` and `demo` are this.
final class TrainingRun {

    private final Dataset data;
    private final Training training;
    private final Console console;
    private final Compute compute;

    TrainingRun(Dataset data, Training training, Console console, Compute compute) {
        this.data = data;
        this.training = training;
        this.console = console;
        this.compute = compute;
    }

    /// Trains and shows how it goes.
    TrainingOutcome train() {
        TrainingOutcome trained = training.run(data, console, compute);
        trained.choices().forEach(choice -> console.tell(
                "auto: " + choice.name() + " = " + choice.value() + " (" + choice.reason() + ")"));
        return trained;
    }

    /// Writes the model file.
    ///
    /// @param reading how its data was read, see [RememberedReading]
    /// @param stamp sections beyond those that every equal run has; empty unless asked for
    void writeModel(TrainingOutcome trained, JsonObject reading, Path file, Map<String, JsonValue> stamp) {
        RunResult result = result(trained);
        ModelFile model = trained.model().toFile()
                .with(RememberedReading.SECTION, reading)
                .with("metrics", result.evaluation().toJson())
                .with("provenance", provenance(result));
        for (Map.Entry<String, JsonValue> section : stamp.entrySet()) {
            model = model.with(section.getKey(), section.getValue());
        }
        model.write(file);
        console.message("wrote " + file);
    }

    /// Writes the report.
    ///
    /// @param command the command line that repeats the run
    void writeReport(TrainingOutcome trained, Path file, String title, String command) {
        new HtmlReport(new ReportContent(data, trained, compute).of(title, command)).writeTo(file);
        console.message("wrote " + file);
    }

    /// The table of metrics and the verdict, for readers.
    void print(TrainingOutcome trained) {
        MetricsTable.lines(trained.test()).forEach(console::print);
        console.printSentence(trained.test().verdict() + " (windows of the test part: "
                + trained.test().windows() + ")");
    }

    /// What is kept of the run.
    RunResult result(TrainingOutcome trained) {
        return RunContent.of(data, trained);
    }

    /// The contract's JSON.
    ///
    /// @param model where the model file was written, empty when it was not
    ObjectBuilder json(TrainingOutcome trained, String model) {
        ObjectBuilder json = JsonValue.object()
                .put("model", model.isEmpty() ? JsonValue.JsonNull.NULL : JsonValue.of(model));
        result(trained).toJson().members().forEach(json::put);
        JudgementJson.put(trained.test(), json);
        return json.put("samples_per_second", trained.samples() / trained.history().seconds());
    }

    /// What the model was made from; nothing that differs between machines or runs.
    private static JsonObject provenance(RunResult result) {
        return JsonValue.object()
                .put("lstm4j", Version.number())
                .put("data", result.task().source())
                .put("data_sha256", result.task().dataSha256())
                .put("weights_sha256", result.weightsSha256())
                .put("settings", result.training().settingsJson())
                .build();
    }
}
