package org.lstm4j.report.content;

import java.util.List;

/// Numbers about the parameters of a network.
///
/// @param measures what the numbers are: `mean`, `standard deviation`, `smallest`, `largest`
/// @param rows one a parameter, or one a gate of it
public record StatisticsTable(List<String> measures, List<Row> rows) {

    /// @param parameter `0.weight_ih_l0`
    /// @param gate the part of it: `forget`; empty for all of it
    /// @param shape `[64, 3]`
    /// @param values one a measure
    public record Row(String parameter, String gate, String shape, Values values) {}

    public StatisticsTable {
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            Lengths.requireEqual("numbers of parameter '" + row.parameter() + "'", row.values().size(),
                    measures.size());
        }
    }

    public static StatisticsTable none() {
        return new StatisticsTable(List.of(), List.of());
    }
}
