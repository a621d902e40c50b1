package org.lstm4j.report.content;

import java.util.List;

/// A network: what it is made of.
///
/// @param facts lookback, horizon, columns, where it was read from
/// @param layers from input to output
/// @param statistics of its parameters, or [StatisticsTable#none]
public record ModelSummary(List<Fact> facts, List<LayerSummary> layers, StatisticsTable statistics) {

    public ModelSummary {
        facts = List.copyOf(facts);
        layers = List.copyOf(layers);
    }
}
