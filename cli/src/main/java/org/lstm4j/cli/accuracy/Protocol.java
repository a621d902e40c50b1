package org.lstm4j.cli.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// A published way to judge forecasts.
///
/// @param name as on the command line: `m4-hourly`
/// @param title one clause for readers
/// @param horizon steps of each window
/// @param season steps in a season, for MASE and for the baselines; 1 for none
/// @param split which steps train, validate and test
/// @param windows which windows of the test part are judged
/// @param unit of errors that are not relative
/// @param measures the first one decides who is better
public record Protocol(
        String name,
        String title,
        ProtocolData data,
        int horizon,
        int season,
        SplitRule split,
        WindowRule windows,
        ErrorUnit unit,
        List<Measure> measures) {

    public Protocol {
        measures = List.copyOf(measures);
    }

    /// What decides who is better.
    public Measure main() {
        return measures.getFirst();
    }

    /// The same way to judge, under a name for which nothing is published.
    Protocol rehearsal() {
        return new Protocol(name + "-rehearsal", title + "; rehearsed on the part before the test part", data, horizon,
                season, split, windows, unit, measures);
    }

    /// An order by the main measure, and by the next ones where it is missing or equal.
    ///
    /// @param value the measure of something; NaN, which comes last, where it is missing
    <T> Comparator<T> bestFirst(ToDoubleBiFunction<T, Measure> value) {
        Comparator<T> order = Comparator.comparingDouble(one -> value.applyAsDouble(one, main()));
        for (Measure measure : measures) {
            order = order.thenComparingDouble(one -> value.applyAsDouble(one, measure));
        }
        return order;
    }

    /// Whether MASE divides by the error of the history of each window, and not of the training part: GIFT-Eval does.
    boolean scalesByHistory() {
        return windows == WindowRule.NO_OVERLAP;
    }
}
