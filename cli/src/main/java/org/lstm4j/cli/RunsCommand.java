package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.report.RunsPage;
import org.lstm4j.tune.study.StoredRun;
import org.lstm4j.tune.study.StoredStudy;
import org.lstm4j.tune.study.StudyFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the training runs of a study file beside one another, and the trials of its tuning study.
final class RunsCommand implements Command {

    @Parameters(paramLabel = "STUDY", description = "A file that --study made.")
    @Nullable
    Path file;

    @Option(names = "--sort", paramLabel = "BY", defaultValue = "id",
            description = "Order of the runs: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    RunOrder order = RunOrder.ID;

    @Option(names = "--last", paramLabel = "N", converter = Values.Count.class, description = "The last N runs only.")
    @Nullable
    Integer last;

    @Option(names = "--compare", paramLabel = "ID", split = ",", converter = Values.Count.class,
            description = "These runs side by side, two at least: the settings that differ, then the metrics.")
    List<Integer> compare = new ArrayList<>();

    @Option(names = "--trials", description = "Show the trials of the tuning study instead of the runs.")
    boolean trials;

    @Option(names = "--report", paramLabel = "FILE",
            description = "Write a page that shows the runs over each other here: runs.html.")
    @Nullable
    Path report;

    @Override
    public String example() {
        return "runs sales.db --compare 1,3";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        requireOneView();
        Path path = Objects.requireNonNull(file);
        OutputPaths.reading(path).requireWritable(report);
        Optional<StoredStudy> study;
        List<StoredRun> runs;
        try (StudyFile opened = StudyFile.openExisting(path)) {
            study = opened.study();
            runs = opened.runs();
        }
        List<StoredRun> chosen = chosen(runs);
        if (trials) {
            printTrials(study, console);
        } else if (compare.isEmpty()) {
            printRuns(runs, chosen, study, console);
        } else {
            new RunComparison(chosen).print(console);
        }
        if (report != null) {
            writeReport(chosen, report, console);
        }
        console.print(json(study, chosen));
        return ExitCode.OK;
    }

    private void requireOneView() {
        if (trials && (!compare.isEmpty() || last != null)) {
            throw new ConfigurationException(Problem.of("--trials shows trials, and --compare and --last are for runs",
                    "leave one of them out"));
        }
        if (!compare.isEmpty() && last != null) {
            throw new ConfigurationException(
                    Problem.of("--compare names the runs that --last would choose", "leave one of them out"));
        }
        if (compare.size() == 1 || compare.stream().distinct().count() < compare.size()) {
            throw new ConfigurationException(new Problem("--compare has nothing to compare",
                    "two different runs at least", compare.stream().map(String::valueOf).collect(
                            Collectors.joining(",")),
                    "name them by their ids: --compare 1,3"));
        }
    }

    private List<StoredRun> chosen(List<StoredRun> runs) {
        if (!compare.isEmpty()) {
            return compare.stream().map(id -> withId(runs, id)).toList();
        }
        return last == null ? runs : runs.subList(Math.max(0, runs.size() - last), runs.size());
    }

    private StoredRun withId(List<StoredRun> runs, int id) {
        return runs.stream().filter(run -> run.id() == id).findFirst().orElseThrow(() -> new ConfigurationException(
                new Problem("there is no run " + id + " in '" + file + "'",
                        runs.isEmpty() ? "a run that was kept; there is none yet" : "an id from 1 to " + runs.size(),
                        Integer.toString(id), "'lstm4j runs " + file + "' lists them")));
    }

    private void printRuns(List<StoredRun> all, List<StoredRun> chosen, Optional<StoredStudy> study, Console console) {
        console.printSentence(all.size() + (all.size() == 1 ? " run; " : " runs; ")
                + study.map(RunsCommand::summary).orElse("no tuning study"));
        if (all.isEmpty()) {
            console.printSentence("no run is kept in " + file + " yet: 'lstm4j train DATA --target COL --study " + file
                    + "' keeps one");
        }
        RunGroups.of(chosen, order).print(console);
    }

    private static String summary(StoredStudy study) {
        int count = study.trials().size();
        return "a tuning study of " + count + (count == 1 ? " trial, " : " trials, ")
                + study.best()
                        .map(best -> "best error " + MetricsTable.number(best.score().error()) + " (trial "
                                + best.trial() + ")")
                        .orElse("none of which has an error on the last rung yet")
                + "; --trials shows them";
    }

    private void printTrials(Optional<StoredStudy> study, Console console) {
        study.ifPresentOrElse(
                present -> TrialsTable.lines(present).forEach(console::print),
                () -> console.printSentence("there is no tuning study in " + file));
    }

    private void writeReport(List<StoredRun> chosen, Path page, Console console) {
        if (chosen.isEmpty()) {
            throw new ConfigurationException(Problem.of("there is no run in '" + file + "' to write a page about",
                    "keep one: lstm4j train DATA --target COL --study " + file));
        }
        new RunsPage(RunsPageContent.of(chosen)).writeTo(page);
        console.message("wrote " + page);
    }

    private JsonObject json(Optional<StoredStudy> study, List<StoredRun> chosen) {
        ObjectBuilder json = JsonValue.object()
                .put("study", study.<JsonValue>map(StudyJson::of).orElse(JsonNull.NULL))
                .put("runs", compare.isEmpty() ? grouped(chosen) : runs(chosen));
        if (!compare.isEmpty()) {
            RunComparison comparison = new RunComparison(chosen);
            json.put("comparable", comparison.areComparable()).put("differing", comparison.differingJson());
        }
        return json.build();
    }

    private static JsonArray runs(List<StoredRun> runs) {
        return new JsonArray(runs.stream().<JsonValue>map(StoredRun::toJson).toList());
    }

    /// Each run with the number of its group; only errors of the same group can be compared.
    private JsonArray grouped(List<StoredRun> runs) {
        List<JsonValue> all = new ArrayList<>();
        int number = 0;
        for (List<StoredRun> group : RunGroups.of(runs, order).groups()) {
            number++;
            for (StoredRun run : group) {
                ObjectBuilder json = JsonValue.object();
                run.toJson().members().forEach(json::put);
                all.add(json.put("group", number).build());
            }
        }
        return new JsonArray(all);
    }
}
