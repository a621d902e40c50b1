package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;

/// What each column is for. No column has two roles.
///
/// @param targets what is to be forecast
/// @param past known up to now: measured weather
/// @param future known ahead of time: the calendar, a price list
/// @param statics the same at every step of a series: its region, its kind
public record Roles(List<String> targets, List<String> past, List<String> future, List<String> statics) {

    public Roles {
        targets = List.copyOf(targets);
        past = List.copyOf(past);
        future = List.copyOf(future);
        statics = List.copyOf(statics);
    }

    /// All columns: targets, past, future, statics.
    public List<String> all() {
        List<String> all = new ArrayList<>(targets);
        all.addAll(past);
        all.addAll(future);
        all.addAll(statics);
        return all;
    }
}
