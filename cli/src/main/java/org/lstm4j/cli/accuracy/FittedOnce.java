package org.lstm4j.cli.accuracy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A method that several others may build on: what it was fitted to last it is not fitted to again, and where that failed, it fails
/// again at once. Mutable, one caller at a time.
final class FittedOnce implements AccuracyMethod {

    private final AccuracyMethod method;
    private @Nullable Task task;
    private @Nullable FittedMethod fitted;
    private @Nullable RuntimeException failure;

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
    public FittedMethod fit(Task other) {
        if (task != other) {
            fitted = null;
            failure = null;
            task = other;
        }
        if (failure != null) {
            throw failure;
        }
        FittedMethod known = fitted;
        return known != null ? known : fitAnew(other);
    }

    private FittedMethod fitAnew(Task other) {
        try {
            FittedMethod made = method.fit(other);
            fitted = made;
            return made;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
