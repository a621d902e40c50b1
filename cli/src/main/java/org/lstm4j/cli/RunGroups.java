package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.tune.study.RunTask;
import org.lstm4j.tune.study.StoredRun;

/// Runs in groups whose errors can be compared: of the same data, targets and horizon, judged over the same windows. Of others a
/// smaller error is no better one.
///
/// @param groups by the first run of each
record RunGroups(List<List<StoredRun>> groups) {

    private static final String INCOMPARABLE = "errors of different tables cannot be compared: "
            + "they are of other data, targets, horizons, seasons or windows";
    private static final int HASH = 8;

    /// @param runs by id
    static RunGroups of(List<StoredRun> runs, RunOrder order) {
        List<List<StoredRun>> groups = new ArrayList<>();
        for (StoredRun run : runs) {
            groups.stream()
                    .filter(group -> group.getFirst().result().isJudgedLike(run.result()))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(run);
        }
        groups.forEach(group -> group.sort(order.comparator()));
        return new RunGroups(groups);
    }

    /// A table for each group.
    void print(Console console) {
        for (List<StoredRun> group : groups) {
            console.print("");
            console.printSentence(title(group.getFirst()));
            table(group).lines().forEach(console::print);
        }
        if (groups.size() > 1) {
            console.print("");
            console.printSentence(INCOMPARABLE);
        }
    }

    private static String title(StoredRun run) {
        RunTask task = run.result().task();
        int windows = run.result().evaluation().windows();
        return TextTable.shown(task.source()) + " (data " + task.dataSha256().substring(0, HASH) + "), "
                + TextTable.shown(String.join(", ", task.targets())) + ", " + task.horizon()
                + (task.horizon() == 1 ? " step" : " steps") + " ahead, season " + task.season() + ", " + windows
                + (windows == 1 ? " window" : " windows");
    }

    private static TextTable table(List<StoredRun> group) {
        TextTable table = new TextTable(2, List.of(
                "id", "name", "MASE ", "MAE ", "baseline", "beats", "epochs", "seconds", "parameters"));
        for (StoredRun run : group) {
            table.add(List.of(
                    Integer.toString(run.id()),
                    run.label().name(),
                    RunFigures.starred(run, PointMetric.MASE, group),
                    RunFigures.starred(run, PointMetric.MAE, group),
                    RunFigures.bestBaseline(run),
                    RunFigures.beats(run),
                    RunFigures.epochs(run),
                    RunFigures.seconds(run.result().training()),
                    Long.toString(run.result().parameters())));
        }
        return table;
    }
}
