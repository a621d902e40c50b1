package org.lstm4j.report.content;

import java.util.List;

/// How much of a forecast each column accounts for, by several methods.
///
/// @param columns names of the columns
/// @param methods shares 0 to 1 by method, one a column
public record ColumnShares(List<String> columns, List<NamedValues> methods) {

    public ColumnShares {
        columns = List.copyOf(columns);
        methods = List.copyOf(methods);
        for (NamedValues method : methods) {
            Lengths.requireEqual("shares by '" + method.name() + "'", method.values().size(), columns.size());
        }
    }

    public static ColumnShares none() {
        return new ColumnShares(List.of(), List.of());
    }
}
