package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.report.StudyPage;
import org.lstm4j.tune.TrialOutcome;
import org.lstm4j.tune.forecaster.ForecastSpace;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.study.StudyFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Searches for settings under which a forecaster of DATA has the smallest error by rolling validation; the test part is not looked at.
final class TuneCommand implements Command {

    @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Mixin
    final TuneOptions tuneOptions = new TuneOptions();

    @Mixin
    final ModelOptions modelOptions = new ModelOptions();

    @Option(names = "--out", paramLabel = "MODEL",
            description = "Train with the best settings on all that there is to train on, judge on the test part, and write the model"
                    + " here: m.lstm4j.")
    @Nullable
    Path out;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report here: tuning.html.")
    @Nullable
    Path report;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public String example() {
        return "tune sales.csv --target sales --horizon 12 --time-budget 10m --study sales.db --report tuning.html";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws InterruptedException {
        long begun = System.nanoTime();
        dataOptions.requireOneSource(data);
        KindOptions.require(modelOptions.model, new GivenOptions(spec));
        OutputPaths.reading(DataInput.file(data), modelOptions.config).requireWritable(out, report, tuneOptions.study);
        if (tuneOptions.study != null) {
            StudyFile.requireUsable(tuneOptions.study);
        }
        Dataset dataset = new DataInput(dataOptions, System.in).read(data, console);
        ForecastSettings base = new ModelSettings(modelOptions).toSearchFrom(dataset, dataOptions, options.seed);
        TunedStudy tuned = new StudySearch(dataset, base, tuneOptions, fixed(), begun).run(console, options.threads());
        String train = train(tuned);
        print(tuned, train, console);
        if (report != null) {
            new StudyPage(new StudyPageContent(tuned).of(new TypedCommand(spec).line(), train)).writeTo(report);
            console.message("wrote " + report);
        }
        ObjectBuilder json = TunedStudyJson.of(tuned, tuneOptions.study == null ? "" : tuneOptions.study.toString(),
                train);
        Optional<ForecastSettings> best = tuned.bestSettings();
        if (out != null && best.isPresent()) {
            json.put("trained", trainBest(dataset, best.get(), out, console, options.threads()));
        }
        console.print(json.build());
        return best.isPresent() ? ExitCode.OK : ExitCode.TRAINING;
    }

    private static void print(TunedStudy tuned, String train, Console console) {
        StudyTable.lines(tuned).forEach(console::print);
        StudyVerdict verdict = new StudyVerdict(tuned);
        console.printSentence(verdict.sentence());
        console.printSentence(verdict.importance());
        if (!train.isEmpty()) {
            console.print("to train with it: " + train);
        }
    }

    private JsonValue trainBest(Dataset dataset, ForecastSettings settings, Path file, Console console, int threads) {
        try (Compute compute = Compute.withThreads(threads)) {
            TrainingRun run = new TrainingRun(dataset, new WindowTraining(settings), console, compute);
            TrainingOutcome trained = run.train();
            run.writeModel(trained, RememberedReading.of(dataOptions), file, Map.of());
            run.print(trained);
            return run.json(trained, file.toString()).build();
        }
    }

    /// The settings that could be searched but were given, and so stay as they are.
    private List<String> fixed() {
        List<String> given = new ArrayList<>();
        GivenOptions options = new GivenOptions(spec);
        for (String name : ForecastSpace.names()) {
            if (options.has("--" + name)) {
                given.add(name);
            }
        }
        return given;
    }

    /// The line that trains with the best settings; empty where every trial failed.
    private String train(TunedStudy tuned) {
        Optional<Configuration> best = tuned.study().best().map(TrialOutcome::trial)
                .map(trial -> trial.configuration());
        return best.map(values -> new TypedCommand(spec).lineFor("train", TuneOptions.NAMES, flags(values))).orElse("");
    }

    private Map<String, String> flags(Configuration best) {
        Map<String, String> flags = new LinkedHashMap<>();
        if (modelOptions.model == ModelOptions.ModelName.AUTO) {
            flags.put("--model", ModelOptions.ModelName.DIRECT.toString()); // what is searched, but not what train takes unasked
        }
        for (String name : best.names()) {
            flags.put("--" + name, TrialsTable.value(best, name));
        }
        flags.put("--out", out == null ? "tuned.lstm4j" : out.toString());
        return flags;
    }
}
