package org.lstm4j.report.content;

import java.util.List;

/// A series as it was read, on a regular grid, NaN where missing.
///
/// @param name its name
/// @param axis its times or steps
/// @param values the target, one value a position of the axis
/// @param parts how it was split, in order; empty when it was not
public record SeriesData(String name, Axis axis, Values values, List<DataPart> parts) {

    public SeriesData {
        parts = List.copyOf(parts);
        Lengths.requireEqual("values of series '" + name + "'", values.size(), axis.size());
        for (DataPart part : parts) {
            if (part.to() > axis.size()) {
                throw new IllegalArgumentException("part '" + part.name() + "' ends at " + part.to()
                        + ", but series '" + name + "' has " + axis.size() + " steps");
            }
        }
    }
}
