package org.lstm4j.report.content;

/// A part of a series: `training`, `validation`, `test`.
///
/// @param name what it was used for
/// @param from index of its first step
/// @param to index after its last step
public record DataPart(String name, int from, int to) {

    public DataPart {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "part '" + name + "' must not end before it starts, but goes from " + from + " to " + to);
        }
    }
}
