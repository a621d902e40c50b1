package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lstm4j.TrainingException;

/// Whichever of several did best in a [rehearsal][Task#rehearsal] of the protocol on what is known before the test part. The rehearsal
/// calibrates its intervals too: what it said there, it had not been trained on.
///
/// Trained for it are all candidates on the shorter series; on the whole of them only the one that is selected, and where methods are
/// [fitted once][FittedOnce], not again.
///
/// @param candidates in the order in which equal ones are taken
public record Selected(List<AccuracyMethod> candidates) implements AccuracyMethod {

    /// Its name.
    static final String NAME = "selected";

    public Selected {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.LSTM;
    }

    @Override
    public Optional<String> reasonAgainst(Task task) {
        Optional<Task> rehearsal = task.rehearsal();
        if (rehearsal.isEmpty()) {
            return Optional.of("before the test part there is too little for a rehearsal");
        }
        List<AccuracyMethod> running = running(task, rehearsal.get());
        return running.size() > 1
                ? Optional.empty()
                : Optional.of("there is nothing to select from but " + running.stream().map(AccuracyMethod::name)
                        .collect(Collectors.joining()));
    }

    private List<AccuracyMethod> running(Task task, Task rehearsal) {
        return candidates.stream()
                .filter(one -> one.reasonAgainst(task).isEmpty() && one.reasonAgainst(rehearsal).isEmpty())
                .toList();
    }

    /// A candidate and how it did.
    private record Rehearsed(AccuracyMethod method, double error) {

        String text() {
            return String.format(Locale.ROOT, "%s %.3f", method.name(), error);
        }
    }

    @Override
    public FittedMethod fit(Task task) {
        Task rehearsal = task.rehearsal().orElseThrow();
        List<Rehearsed> rehearsed = rehearsed(running(task, rehearsal), rehearsal);
        AccuracyMethod best = rehearsed.stream().min(Comparator.comparingDouble(Rehearsed::error)).orElseThrow()
                .method();
        List<WindowForecast> said = best.fit(rehearsal).forecast(rehearsal.windows());
        Optional<RehearsedIntervals> intervals = said.getFirst().quantiles().isPresent()
                ? Optional.of(RehearsedIntervals.of(rehearsal, said))
                : Optional.empty();
        String line = String.format(Locale.ROOT, "%s, by %s in a rehearsal on %d windows before the test part: %s%s",
                best.name(), task.protocol().main().label(), rehearsal.windows().size(),
                rehearsed.stream().map(Rehearsed::text).collect(Collectors.joining(", ")),
                intervals.isPresent() ? "; intervals calibrated there" : "");
        return new Fitted(task, best.fit(task), intervals, line);
    }

    /// One that diverges is not taken.
    private static List<Rehearsed> rehearsed(List<AccuracyMethod> methods, Task rehearsal) {
        MethodJudge judge = new MethodJudge(rehearsal);
        List<Rehearsed> all = new ArrayList<>();
        for (AccuracyMethod method : methods) {
            try {
                all.add(new Rehearsed(method, judge.judge(method).value(rehearsal.protocol().main())));
            } catch (TrainingException diverged) {
                all.add(new Rehearsed(method, Double.POSITIVE_INFINITY));
            }
        }
        return all;
    }

    private record Fitted(Task task, FittedMethod chosen, Optional<RehearsedIntervals> intervals, String settings)
            implements
                FittedMethod {

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            List<WindowForecast> said = chosen.forecast(windows);
            if (intervals.isEmpty()) {
                return said;
            }
            List<WindowForecast> moved = new ArrayList<>();
            for (int index = 0; index < said.size(); index++) {
                moved.add(intervals.get().moved(task, windows.get(index), said.get(index)));
            }
            return moved;
        }
    }
}
