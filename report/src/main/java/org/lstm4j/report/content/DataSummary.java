package org.lstm4j.report.content;

import java.util.List;

/// The data a model was made from.
///
/// @param source where it came from, for readers: a file name
/// @param facts what was found and done while reading: columns, frequency, duplicates, how gaps were filled
/// @param series every series
public record DataSummary(String source, List<Fact> facts, List<SeriesData> series) {

    public DataSummary {
        facts = List.copyOf(facts);
        series = List.copyOf(series);
    }
}
