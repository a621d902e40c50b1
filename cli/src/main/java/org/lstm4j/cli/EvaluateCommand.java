package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Judges a model on DATA beside the baselines: on what lies after its training and validation parts, where there is such.
final class EvaluateCommand implements Command {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
    @Nullable
    Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Override
    public String example() {
        return "evaluate sales.lstm4j sales.csv";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        Path file = Objects.requireNonNull(model);
        ModelData modelData = new ModelData(ModelFile.read(file), dataOptions, console);
        Dataset dataset = modelData.read(data);
        try (Compute compute = Compute.withThreads(options.threads())) {
            Evaluation evaluation = modelData.model().evaluate(dataset.series(), compute);
            MetricsTable.lines(evaluation).forEach(console::print);
            console.printSentence(evaluation.verdict() + " (windows: " + evaluation.windows() + ")");
            ObjectBuilder json = JsonValue.object().put("model", file.toString());
            RunContent.evaluation(evaluation).toJson().members().forEach(json::put);
            JudgementJson.put(evaluation, json);
            console.print(json.build());
        }
        return ExitCode.OK;
    }
}
