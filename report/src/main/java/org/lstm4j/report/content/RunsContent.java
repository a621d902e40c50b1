package org.lstm4j.report.content;

import java.util.ArrayList;
import java.util.List;

/// All that the page about several training runs says.
///
/// @param title `4 runs on bike rentals`
/// @param runs at least one, in the order in which they are shown, each name once
/// @param remarks what a reader must know beside
public record RunsContent(String title, List<ComparedRun> runs, List<String> remarks) {

    public RunsContent {
        runs = List.copyOf(runs);
        remarks = List.copyOf(remarks);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one run, but there is none");
        }
        Lengths.requireDistinct("runs", runs.stream().map(ComparedRun::name).toList());
    }

    /// In what the runs' tasks differ: `data`, `target`, `horizon`; empty when their errors can be compared.
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        ComparedRun.Task first = runs.getFirst().task();
        if (runs.stream().anyMatch(run -> !run.task().data().equals(first.data()))) {
            differences.add("data");
        }
        if (runs.stream().anyMatch(run -> !run.task().target().equals(first.target()))) {
            differences.add("target");
        }
        if (runs.stream().anyMatch(run -> run.task().horizon() != first.horizon())) {
            differences.add("horizon");
        }
        return differences;
    }
}
