package org.lstm4j.cli.accuracy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A method that several others may build on: what it was fitted to lately it is not fitted to again, and where that failed, it fails
/// again at once. It remembers a task and its rehearsal. Mutable, one caller at a time.
final class FittedOnce implements AccuracyMethod {

    private static final int REMEMBERED = 2;

    private final AccuracyMethod method;
    private final Deque<Outcome> outcomes = new ArrayDeque<>();

    /// What became of a task: fitted, or why not.
    private record Outcome(Task task, Optional<FittedMethod> fitted, Optional<RuntimeException> failure) {

        FittedMethod get() {
            return fitted.orElseThrow(failure::orElseThrow);
        }
    }

    FittedOnce(AccuracyMethod method) {
        this.method = method;
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public MethodKind kind() {
        return method.kind();
    }

    @Override
    public Optional<String> reasonAgainst(Task other) {
        return method.reasonAgainst(other);
    }

    @Override
    public FittedMethod fit(Task task) {
        for (Outcome outcome : outcomes) {
            if (outcome.task() == task) {
                return outcome.get();
            }
        }
        if (outcomes.size() == REMEMBERED) {
            outcomes.removeFirst();
        }
        outcomes.addLast(outcome(task));
        return outcomes.getLast().get();
    }

    private Outcome outcome(Task task) {
        try {
            return new Outcome(task, Optional.of(method.fit(task)), Optional.empty());
        } catch (RuntimeException e) {
            return new Outcome(task, Optional.empty(), Optional.of(e));
        }
    }
}
