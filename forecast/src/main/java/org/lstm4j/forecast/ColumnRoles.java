package org.lstm4j.forecast;

import java.util.List;

/// What the columns of a series are to a model.
///
/// @param targets what is foretold
/// @param past covariates known up to now: measured weather
/// @param future covariates known ahead: holidays, prices already fixed
public record ColumnRoles(List<String> targets, List<String> past, List<String> future) {

    public ColumnRoles {
        targets = List.copyOf(targets);
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /// Targets alone.
    public static ColumnRoles targets(List<String> targets) {
        return new ColumnRoles(targets, List.of(), List.of());
    }

    public ColumnRoles withPast(String... columns) {
        return new ColumnRoles(targets, List.of(columns), future);
    }

    public ColumnRoles withFuture(String... columns) {
        return new ColumnRoles(targets, past, List.of(columns));
    }
}
