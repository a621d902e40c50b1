package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.explain.ExplanationSettings;
import org.lstm4j.forecast.explain.ForecastExplainer;
import org.lstm4j.forecast.explain.ForecastExplanation;
import org.lstm4j.forecast.explain.WindowExplanation;
import org.lstm4j.forecast.explain.WindowOrigin;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import org.lstm4j.report.content.ExplainContent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what a model's forecasts depend on, by column and lag, and what its gates do.
final class ExplainCommand implements Command {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
    @Nullable
    Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Option(names = "--step", paramLabel = "H", converter = org.lstm4j.cli.Values.Count.class,
            description = "Which step of the horizon to explain, from 1 (default: the mean over all).")
    @Nullable
    Integer step;

    @Option(names = "--windows", paramLabel = "N", converter = org.lstm4j.cli.Values.Count.class, defaultValue = "64",
            description = "Windows to explain, evenly spread over the test part (default: ${DEFAULT-VALUE}).")
    int windows = 64;

    @Option(names = "--at", paramLabel = "TIME",
            description = "The one forecast to look at by itself: that whose first step is at this time, or at the first time that"
                    + " begins so (default: the latest of the windows).")
    @Nullable
    String at;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".",
            description = "Write explanation.html, explanation.json and pictures here (default: the current folder).")
    Path folder = Path.of(".");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public String example() {
        return "explain sales.lstm4j sales.csv --step 1 --out why";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws IOException {
        Path file = Objects.requireNonNull(model);
        ModelData modelData = new ModelData(ModelFile.read(file), dataOptions, console);
        List<TimeSeries> series = modelData.read(data).series();
        Forecaster forecaster = modelData.forecaster("explain");
        try (Compute compute = Compute.withThreads(options.threads())) {
            ForecastExplainer explainer = ForecastExplainer.of(forecaster, forecaster.windowsToJudge(series),
                    settings(), compute);
            WindowOrigin window = at == null ? explainer.latest() : ExplainedOrigin.find(forecaster, series, at);
            ExplanationFiles files = new ExplanationFiles(folder, file, DataInput.file(data));
            ForecastExplanation explanation = explainer.explain()
                    .withGates(window.time(), explainer.gates(window.series(), window.step()));
            List<WindowExplanation> forecasts = explainer.explain(window.series(), window.step());
            ExplanationText.lines(explanation).forEach(console::print);
            forecasts.forEach(one -> ExplanationText.lines(one).forEach(console::print));
            console.print("");
            console.print(forecaster.network().summary().stripTrailing());
            JsonObject json = json(file, explanation, forecasts);
            ExplainContent content = new ExplainPageContent(forecaster, explainer, explanation, window, forecasts)
                    .of(file.getFileName().toString(), new TypedCommand(spec).line());
            for (Path written : files.write(json, content)) {
                console.message("wrote " + written);
            }
            console.print(json);
        }
        return ExitCode.OK;
    }

    private ExplanationSettings settings() {
        ExplanationSettings settings = ExplanationSettings.standard().withWindows(windows);
        return step == null ? settings : settings.withStep(OptionalInt.of(step));
    }

    private static JsonObject json(Path file, ForecastExplanation explanation, List<WindowExplanation> forecasts) {
        ObjectBuilder json = JsonValue.object().put("model", file.toString());
        explanation.toJson().members().forEach(json::put);
        return json.put("at", new JsonArray(forecasts.stream().<JsonValue>map(WindowExplanation::toJson).toList()))
                .build();
    }
}
