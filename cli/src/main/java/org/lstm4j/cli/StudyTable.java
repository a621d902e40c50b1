package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.tune.Study;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.TrialOutcome;
import org.lstm4j.tune.TrialState;

/// The best trials of a study as a table for readers: those that climbed highest first, the smallest error on top.
final class StudyTable {

    private static final int MOST_ROWS = 10;

    private StudyTable() {}

    /// `lookback=96 hidden=31`, or `defaults`.
    static String values(Trial trial) {
        if (trial.configuration().names().isEmpty()) {
            return "defaults";
        }
        return trial.configuration().names().stream()
                .map(name -> name + "=" + TrialsTable.value(trial.configuration(), name))
                .collect(Collectors.joining(" "));
    }

    static List<String> lines(TunedStudy tuned) {
        Study study = tuned.study();
        List<String> names = tuned.space().space().names();
        List<TrialOutcome> sorted = study.trials().stream()
                .sorted(Comparator.comparing(TrialOutcome::state)
                        .thenComparing(Comparator.comparingInt(TrialOutcome::rung).reversed())
                        .thenComparingDouble(TrialOutcome::error))
                .toList();
        List<String> header = new ArrayList<>(List.of("trial", "state", "error"));
        header.addAll(names);
        TextTable table = new TextTable(2, header);
        sorted.stream().limit(MOST_ROWS).forEach(trial -> table.add(row(trial, tuned, names)));
        List<String> lines = new ArrayList<>(table.lines());
        if (sorted.size() > MOST_ROWS) {
            lines.add("… and " + (sorted.size() - MOST_ROWS) + " more");
        }
        return lines;
    }

    private static List<String> row(TrialOutcome trial, TunedStudy tuned, List<String> names) {
        List<String> row = new ArrayList<>();
        row.add(trial.number() == 1 ? "1 (defaults)" : Integer.toString(trial.number()));
        row.add(state(trial, tuned.study()));
        row.add(trial.state() == TrialState.FAILED ? "n/a" : MetricsTable.number(trial.error()));
        names.forEach(name -> row.add(trial.number() == 1
                ? tuned.defaults().getOrDefault(name, TrialsTable.NONE)
                : TrialsTable.value(trial.trial().configuration(), name)));
        return row;
    }

    private static String state(TrialOutcome trial, Study study) {
        return switch (trial.state()) {
            case COMPLETE -> "complete";
            case PRUNED -> "rung " + (trial.rung() + 1) + " of " + study.rungs();
            case FAILED -> "failed";
        };
    }
}
