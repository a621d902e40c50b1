package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.tune.study.StoredRun;

/// Some runs side by side: the settings that differ, then the figures.
///
/// @param runs two at least
record RunComparison(List<StoredRun> runs) {

    private static final String NONE = "-";
    private static final String INCOMPARABLE = "these runs are of other data, targets, horizons, seasons or windows: "
            + "their errors cannot be compared";

    void print(Console console) {
        Map<String, List<String>> differing = differing();
        if (differing.isEmpty()) {
            console.print("no setting differs");
        } else {
            TextTable settings = table("differing");
            differing.forEach((name, values) -> settings.add(row(name, values)));
            settings.lines().forEach(console::print);
        }
        console.print("");
        figures().lines().forEach(console::print);
        if (!areComparable()) {
            console.printSentence(INCOMPARABLE);
        }
    }

    /// The settings that differ, each with its values in the order of the runs; null where a run has no such setting.
    JsonObject differingJson() {
        ObjectBuilder json = JsonValue.object();
        differing().forEach((name, values) -> json.put(name, new JsonValue.JsonArray(values.stream()
                .map(value -> value.equals(NONE) ? JsonValue.JsonNull.NULL : JsonValue.of(value))
                .toList())));
        return json.build();
    }

    boolean areComparable() {
        return runs.stream().allMatch(run -> run.result().isJudgedLike(runs.getFirst().result()));
    }

    private Map<String, List<String>> differing() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        addDiffering(found, "data", run -> run.result().task().source());
        addDiffering(found, "data SHA-256", run -> run.result().task().dataSha256().substring(0, 8));
        addDiffering(found, "lstm4j", run -> run.label().version());
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.result().training().settings().members().keySet()));
        for (String name : names) {
            addDiffering(found, name, run -> setting(run, name));
        }
        return found;
    }

    private void addDiffering(Map<String, List<String>> found, String name, Function<StoredRun, String> value) {
        List<String> values = runs.stream().map(value).toList();
        if (values.stream().distinct().count() > 1) {
            found.put(name, values);
        }
    }

    private static String setting(StoredRun run, String name) {
        JsonValue value = run.result().training().settings().get(name);
        return value == null ? NONE : value.asText();
    }

    private TextTable figures() {
        List<StoredRun> rivals = areComparable() ? runs : List.of();
        TextTable table = table("");
        for (PointMetric metric : PointMetric.values()) {
            add(table, metric.label(), run -> RunFigures.starred(run, metric, rivals));
        }
        add(table, "best baseline", run -> RunFigures.bestBaseline(run) + " ");
        add(table, "beats all", run -> RunFigures.beats(run) + " ");
        add(table, "epochs", run -> RunFigures.epochs(run) + " ");
        add(table, "best epoch", run -> run.result().training().history().bestEpoch() + " ");
        add(table, "seconds", run -> RunFigures.seconds(run.result().training()) + " ");
        add(table, "parameters", run -> run.result().parameters() + " ");
        return table;
    }

    private TextTable table(String corner) {
        return new TextTable(1, row(corner, runs.stream().map(run -> "run " + run.id() + " ").toList()));
    }

    private void add(TextTable table, String name, Function<StoredRun, String> value) {
        table.add(row(name, runs.stream().map(value).toList()));
    }

    private static List<String> row(String name, List<String> values) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(values);
        return row;
    }
}
