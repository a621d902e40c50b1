package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.update.ForecasterUpdate;
import org.lstm4j.forecast.update.Kept;
import org.lstm4j.forecast.update.UpdateResult;
import org.lstm4j.forecast.update.UpdateSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Goes on training a model on rows that came later; the old one stays where it is better.
final class UpdateCommand implements Command {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
    @Nullable
    Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = DataOptions.DATA
            + " Old and new rows, or new ones and enough before them to look back on.")
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Option(names = "--out", paramLabel = "NEW",
            description = "Write the model that is kept here (default: replace MODEL, and keep it as MODEL.previous).")
    @Nullable
    Path out;

    @Option(names = "--epochs", paramLabel = "N", converter = Values.AutoCount.class,
            description = "Times to go through the windows (default: auto, 5).")
    @Nullable
    Integer epochs;

    @Option(names = "--lr", paramLabel = "R", converter = Values.AutoPositive.class,
            description = "Learning rate (default: auto, a tenth of the training's).")
    @Nullable
    Double learningRate;

    @Option(names = "--replay", paramLabel = "SHARE", converter = Values.AutoShare.class,
            description = "Share of old windows among those trained on (default: auto, 0.5: as many old as new).")
    @Nullable
    Double replay;

    @Option(names = "--held-out", paramLabel = "PART", converter = Values.Part.class, defaultValue = "0.2",
            description = "Share or number of the new rows, the last ones, that decide which model is kept and are not"
                    + " trained on (default: ${DEFAULT-VALUE}).")
    double heldOut;

    @Option(names = "--rollback", description = "Bring back MODEL as it was before its last update; takes no DATA.")
    boolean rollback;

    @Override
    public String example() {
        return "update sales.lstm4j sales.csv";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws IOException {
        Path file = Objects.requireNonNull(model);
        return rollback ? rollBack(file, console) : update(file, console, options);
    }

    private ExitCode rollBack(Path file, Console console) throws IOException {
        if (data != null || out != null) {
            throw new ConfigurationException(Problem.of("--rollback brings back a model and trains nothing",
                    "leave out " + (data != null ? "DATA" : "--out") + ": lstm4j update --rollback " + file));
        }
        PreviousModel previous = new PreviousModel(file);
        previous.bringBack();
        console.print(file + " is again as it was before its last update");
        console.print(JsonValue.object()
                .put("model", file.toString())
                .put("restored", previous.file().toString())
                .put("updates", UpdatedModel.updates(ModelFile.read(file)))
                .build());
        return ExitCode.OK;
    }

    private ExitCode update(Path file, Console console, GlobalOptions options) throws IOException {
        boolean replaces = out == null || isSame(out, file);
        Path target = replaces ? file : Objects.requireNonNull(out);
        PreviousModel previous = new PreviousModel(file);
        OutputPaths.reading(DataInput.file(data)).requireWritable(target, replaces ? previous.file() : null);
        ModelFile before = ModelFile.read(file);
        UpdateSettings settings = settings(RememberedTraining.of(before)).withSeed(options.seed);
        ModelData modelData = new ModelData(before, dataOptions, console);
        Dataset dataset = modelData.read(data);
        UpdateResult result;
        try (Compute compute = Compute.withThreads(options.threads());
                ProgressReporter progress = console.progress(settings.epochs(), settings.batchSize())) {
            result = new ForecasterUpdate(settings, compute)
                    .update(modelData.forecaster("update"), dataset.series(), progress);
        }
        UpdateText.work(result, settings).forEach(console::tell);
        UpdateText.table(result).forEach(console::print);
        console.printSentence(UpdateText.verdict(result));
        ModelFile after = result.kept() == Kept.NEW
                ? new UpdatedModel(before, dataset, settings, result).file()
                : before;
        boolean replaced = replaces && result.kept() == Kept.NEW;
        write(file, target, after, result.kept(), console);
        console.print(UpdateJson.of(result, settings, target.toString(),
                replaced ? previous.file().toString() : "", UpdatedModel.updates(after)));
        return ExitCode.OK;
    }

    /// Nothing is written before here, so that an update that is broken off leaves everything as it was.
    private static void write(Path file, Path target, ModelFile after, Kept kept, Console console)
            throws IOException {
        boolean replaces = target.equals(file);
        if (kept == Kept.OLD) {
            if (replaces) {
                console.message(file + " is as it was");
            } else {
                PreviousModel.copy(file, target);
                console.message("wrote " + target + ", a copy of " + file);
            }
            return;
        }
        if (replaces) {
            new PreviousModel(file).keep();
        }
        after.write(target);
        console.message("wrote " + target + (replaces
                ? "; the model before is " + new PreviousModel(file).file() + ", and lstm4j update --rollback " + file
                        + " brings it back"
                : ""));
    }

    private UpdateSettings settings(UpdateSettings remembered) {
        UpdateSettings settings = remembered;
        if (epochs != null) {
            settings = settings.withEpochs(epochs);
        }
        if (learningRate != null) {
            settings = settings.withOptimizer(settings.optimizer().withLearningRate(learningRate));
        }
        if (replay != null) {
            settings = settings.withReplay(replay);
        }
        if (heldOut == 0) {
            throw new ConfigurationException(new Problem("without rows held out there is nothing to decide by",
                    "a part above 0", "--held-out 0", "leave it out, or hold out a small part such as 0.1"));
        }
        return settings.withHeldOut(heldOut);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    }
}
