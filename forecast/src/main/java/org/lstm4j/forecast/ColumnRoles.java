package org.lstm4j.forecast;

import java.util.List;
import org.lstm4j.forecast.prepare.UnknownCategory;

/// What the columns of a series are to a model. A covariate may hold numbers or [categories][TimeSeries#categories], which become
/// learnt vectors.
///
/// @param targets what is foretold
/// @param past covariates known up to now: measured weather
/// @param future covariates known ahead: holidays, prices already fixed
/// @param statics covariates that are the same at every step of a series: a shop's region, its size
/// @param lags how many steps before each step the targets are read as well, each at least 1; beyond the lookback too
/// @param unknown what becomes of a category that was not seen in training
public record ColumnRoles(List<String> targets, List<String> past, List<String> future, List<String> statics,
        List<Integer> lags, UnknownCategory unknown) {

    public ColumnRoles {
        targets = List.copyOf(targets);
        past = List.copyOf(past);
        future = List.copyOf(future);
        statics = List.copyOf(statics);
        lags = List.copyOf(lags);
    }

    /// Without statics and lags.
    public ColumnRoles(List<String> targets, List<String> past, List<String> future) {
        this(targets, past, future, List.of(), List.of(), UnknownCategory.REFUSE);
    }

    /// Targets alone.
    public static ColumnRoles targets(List<String> targets) {
        return new ColumnRoles(targets, List.of(), List.of());
    }

    public ColumnRoles withPast(String... columns) {
        return new ColumnRoles(targets, List.of(columns), future, statics, lags, unknown);
    }

    public ColumnRoles withFuture(String... columns) {
        return new ColumnRoles(targets, past, List.of(columns), statics, lags, unknown);
    }

    public ColumnRoles withStatics(List<String> columns) {
        return new ColumnRoles(targets, past, future, columns, lags, unknown);
    }

    public ColumnRoles withLags(List<Integer> steps) {
        return new ColumnRoles(targets, past, future, statics, steps, unknown);
    }

    public ColumnRoles withUnknown(UnknownCategory other) {
        return new ColumnRoles(targets, past, future, statics, lags, other);
    }
}
