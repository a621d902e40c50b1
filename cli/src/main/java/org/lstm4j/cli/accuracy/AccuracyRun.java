package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Runs methods through protocols. What fails is put down, and the others go on; memory that runs out ends the run.
///
/// @param folder where the files lie
/// @param methods at least one
/// @param rehearsing whether the part before the test part is judged, and the test part stays closed
public record AccuracyRun(
        DataFolder folder, List<AccuracyMethod> methods, boolean rehearsing, AccuracyListener listener) {

    /// Runs one protocol, whose files are there.
    ///
    /// @throws RuntimeException when its files cannot be read as it says; what becomes of methods is in the result
    public ProtocolResult run(Protocol protocol) {
        long start = System.nanoTime();
        listener.progress(protocol.name() + ": reading " + String.join(", ", protocol.data().files()));
        Task task = task(protocol);
        MethodJudge judge = new MethodJudge(task);
        List<MethodResult> results = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (AccuracyMethod method : methods) {
            Optional<String> reason = method.reasonAgainst(task);
            if (reason.isPresent()) {
                leftOut.add(new LeftOut(method.name(), reason.get()));
            } else {
                run(protocol, method, judge, results, failed);
            }
        }
        int series = task.targets().size();
        return new ProtocolResult(task.protocol(), series, task.windows().size(), results, leftOut, failed,
                (System.nanoTime() - start) * 1e-9);
    }

    private Task task(Protocol protocol) {
        Task whole = new TaskReader(folder).read(protocol);
        return rehearsing
                ? whole.rehearsal().orElseThrow(() -> new DataException(Problem.of(
                        "before the test part of " + protocol.name() + " there is too little for a rehearsal",
                        "leave out --rehearse, or choose other protocols with --only")))
                : whole;
    }

    private void run(Protocol protocol, AccuracyMethod method, MethodJudge judge, List<MethodResult> results,
            List<Failed> failed) {
        String what = protocol.name() + ": " + method.name();
        listener.progress(what);
        try {
            MethodResult result = judge.judge(method);
            results.add(result);
            listener.progress(String.format(Locale.ROOT, "%s took %.1f s to train and %.1f s to forecast", what,
                    result.trainingSeconds(), result.forecastSeconds()));
        } catch (RuntimeException e) {
            failed.add(new Failed(method.name(), e));
            listener.failed(what, e);
        }
    }
}
