package org.lstm4j.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Trains a forecaster on DATA and judges it on the test part.
final class TrainCommand implements Command {

    @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Mixin
    final ModelOptions modelOptions = new ModelOptions();

    @Option(names = "--out", paramLabel = "MODEL", description = "Write the model here: m.lstm4j.")
    @Nullable
    Path out;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report here: report.html.")
    @Nullable
    Path report;

    @Mixin
    final KeepingOptions keeping = new KeepingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public String example() {
        return "train sales.csv --target sales --horizon 12 --out sales.lstm4j --report sales.html";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        dataOptions.requireOneSource(data);
        OutputPaths.reading(DataInput.file(data), modelOptions.config).requireWritable(out, report, keeping.study);
        keeping.requireUsable();
        KindOptions.require(modelOptions.model, new GivenOptions(spec));
        Dataset dataset = new DataInput(dataOptions, System.in).read(data, console);
        Training training = training(dataset, options.seed);
        try (Compute compute = Compute.withThreads(options.threads())) {
            TrainingRun run = new TrainingRun(dataset, training, console, compute);
            TrainingOutcome trained = run.train();
            if (out != null) {
                run.writeModel(trained, RememberedReading.of(dataOptions), out, stamp(options.threads()));
            }
            if (report != null) {
                String title = String.join(", ", dataset.roles().targets()) + ", " + trained.model().horizon()
                        + " steps ahead";
                run.writeReport(trained, report, title, new TypedCommand(spec).line());
            }
            run.print(trained);
            ObjectBuilder json = run.json(trained, out == null ? "" : out.toString());
            keeping.keep(run.result(trained), out, console).ifPresent(kept -> json.put("run", kept.id()));
            trained.divergence().ifPresent(diverged -> {
                throw diverged;
            });
            console.print(json.build());
            if (out == null) {
                console.message("the model was not kept: --out m.lstm4j writes it to a file");
            }
        }
        return ExitCode.OK;
    }

    private Training training(Dataset dataset, long seed) {
        return switch (modelOptions.model) {
            case AUTO, DIRECT, SEGMENT -> new WindowTraining(new ModelSettings(modelOptions)
                    .of(dataset, dataOptions, seed));
            case ESRNN, DEEPAR -> new GlobalModelSettings(modelOptions).of(dataset, dataOptions, seed);
        };
    }

    /// Where and when the model was made, when that is wanted.
    private Map<String, JsonValue> stamp(int threads) {
        if (!modelOptions.stamp) {
            return Map.of();
        }
        return Map.of("stamp", JsonValue.object()
                .put("time", Instant.now().toString())
                .put("host", host())
                .put("threads", threads)
                .put("java", Runtime.version().toString())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .build());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
