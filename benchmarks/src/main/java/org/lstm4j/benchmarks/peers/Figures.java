package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lstm4j.benchmarks.protocol.Answer;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.Spread;

/// What one contestant came to in one task, process by process. Mutable: a process more with each round.
final class Figures {

    private static final double KILOBYTES_IN_MEGABYTE = 1000;

    private final Task task;
    private final Contestant contestant;
    private final List<Outcome.Success> successes = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    Figures(Task task, Contestant contestant) {
        this.task = task;
        this.contestant = contestant;
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Success success -> successes.add(success);
            case Outcome.Failure failed -> failure = Optional.of(failed.reason());
        }
    }

    Task task() {
        return task;
    }

    Contestant contestant() {
        return contestant;
    }

    /// The reason of the first failure; after it the contestant is out.
    Optional<String> failure() {
        return failure;
    }

    /// Seconds by round: the median of each process's bare call, or the whole process.
    double[] seconds() {
        return successes.stream().mapToDouble(this::seconds).toArray();
    }

    private double seconds(Outcome.Success success) {
        return task.mode() == Mode.PROCESS
                ? success.seconds()
                : success.answer().bare().map(Spread::median).orElse(Double.NaN);
    }

    /// Peak memory by round, in MB.
    double[] megabytes() {
        return successes.stream()
                .mapToDouble(success -> success.answer().peakKilobytes() / KILOBYTES_IN_MEGABYTE)
                .toArray();
    }

    /// The CSV lines: times, and the peak of memory where that is asked for.
    List<Result> lines(boolean times, boolean memory) {
        List<Result> lines = new ArrayList<>();
        if (failure.isPresent() || successes.isEmpty()) {
            Spread unknown = new Spread(Double.NaN, Double.NaN, Double.NaN);
            lines.add(line(task.mode(), unknown, "failed: " + failure.orElse("never ran").replace(',', ';')));
            return lines;
        }
        Answer answer = successes.getFirst().answer();
        String about = answer.version() + "; " + answer.check();
        if (times) {
            boolean process = task.mode() == Mode.PROCESS;
            lines.add(line(task.mode(), Spread.of(seconds()), (process ? "" : "bare; ") + about));
            copies().ifPresent(spread -> lines.add(line(task.mode(), spread, "with copies; " + about)));
        }
        if (memory && megabytes()[0] > 0) {
            lines.add(line(Mode.MEMORY_MB, Spread.of(megabytes()),
                    "MB; peak resident memory of a process that measured " + task.mode().label()));
        }
        return lines;
    }

    private Optional<Spread> copies() {
        double[] medians = successes.stream()
                .flatMap(success -> success.answer().withCopies().stream())
                .mapToDouble(Spread::median)
                .toArray();
        return medians.length == 0 ? Optional.empty() : Optional.of(Spread.of(medians));
    }

    private Result line(Mode mode, Spread spread, String note) {
        return new Result(contestant.name(), task.workload().name(), mode, task.threads(), spread, note);
    }
}
