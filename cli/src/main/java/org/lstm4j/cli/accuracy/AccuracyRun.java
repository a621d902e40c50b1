package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Runs methods through protocols.
///
/// @param folder where the files lie
/// @param methods at least one
/// @param progress hears what is being done, a line at a time
public record AccuracyRun(DataFolder folder, List<AccuracyMethod> methods, Consumer<String> progress) {

    /// Runs one protocol, whose files are there.
    public ProtocolResult run(Protocol protocol) {
        long start = System.nanoTime();
        progress.accept(protocol.name() + ": reading " + String.join(", ", protocol.data().files()));
        Task task = new TaskReader(folder).read(protocol);
        MethodJudge judge = new MethodJudge(task);
        List<MethodResult> results = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (AccuracyMethod method : methods) {
            if (method.isAffordable(task.windows().size())) {
                progress.accept(protocol.name() + ": " + method.name());
                MethodResult result = judge.judge(method);
                results.add(result);
                progress.accept(String.format(Locale.ROOT, "%s: %s took %.1f s", protocol.name(), method.name(),
                        result.seconds()));
            } else {
                leftOut.add(method.name());
            }
        }
        int series = task.series().size() * task.columns().targets().size();
        return new ProtocolResult(protocol, series, task.windows().size(), results, leftOut,
                (System.nanoTime() - start) * 1e-9);
    }
}
