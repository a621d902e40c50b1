package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lstm4j.cli.accuracy.AccuracyJson;
import org.lstm4j.cli.accuracy.AccuracyRun;
import org.lstm4j.cli.accuracy.AccuracyText;
import org.lstm4j.cli.accuracy.Failed;
import org.lstm4j.cli.accuracy.Protocol;
import org.lstm4j.cli.accuracy.ProtocolResult;
import org.lstm4j.json.JsonValue.JsonObject;

/// Runs protocols one after the other and prints each as soon as it is done. Mutable, one run.
final class AccuracyReport {

    private final Console console;
    private final long seed;
    private final int seeds;
    private final List<ProtocolResult> results = new ArrayList<>();
    private final Map<String, List<String>> skipped = new LinkedHashMap<>();
    private final List<Failed> unread = new ArrayList<>();
    /// All that failed, as `etth1-96` or `etth1-96: lstm`, in order.
    private final List<Failed> failed = new ArrayList<>();

    /// @param seeds how many trainings are averaged
    AccuracyReport(Console console, long seed, int seeds) {
        this.console = console;
        this.seed = seed;
        this.seeds = seeds;
    }

    /// @return the code of the first failure, or [ExitCode#OK] when there was none
    ExitCode run(AccuracyRun run, List<Protocol> protocols) {
        for (Protocol protocol : protocols) {
            List<String> missing = run.folder().missing(protocol);
            if (missing.isEmpty()) {
                run(run, protocol);
            } else {
                skipped.put(protocol.name(), missing);
                console.printSentence(protocol.name() + " is skipped: " + String.join(", ", missing)
                        + " is not in " + run.folder().path());
            }
        }
        if (!failed.isEmpty()) {
            console.printSentence(failed.size() + " failed: "
                    + String.join(", ", failed.stream().map(Failed::name).toList()));
        }
        console.print(new AccuracyJson(AccuracyReport::error)
                .of(run.folder().path().toString(), seed, seeds, results, skipped, unread));
        return failed.isEmpty() ? ExitCode.OK : Failure.of(failed.getFirst().cause()).code();
    }

    private void run(AccuracyRun run, Protocol protocol) {
        ProtocolResult result;
        try {
            result = run.run(protocol);
        } catch (RuntimeException e) {
            unread.add(new Failed(protocol.name(), e));
            failed.add(unread.getLast());
            run.listener().failed(protocol.name(), e);
            console.printSentence(protocol.name() + " failed: " + Failure.of(e).problem().message());
            return;
        }
        results.add(result);
        result.failed().forEach(one -> failed.add(new Failed(protocol.name() + ": " + one.name(), one.cause())));
        print(result);
    }

    private void print(ProtocolResult result) {
        AccuracyText text = new AccuracyText(result);
        console.printSentence(text.title());
        table(text.computed());
        table(text.published());
        text.settings().forEach(console::printSentence);
        text.leftOut().forEach(console::printSentence);
        result.failed().forEach(one -> console.printSentence(
                one.name() + " failed: " + Failure.of(one.cause()).problem().message()));
        text.verdicts().forEach(console::printSentence);
        console.print(String.format(Locale.ROOT, "seed %d, %.1f s in all%n", seed, result.seconds()));
    }

    private void table(List<List<String>> rows) {
        if (!rows.isEmpty()) {
            TextTable.lines(rows, 1).forEach(console::print);
        }
    }

    private static JsonObject error(RuntimeException cause) {
        return Failure.of(cause).errorJson();
    }
}
