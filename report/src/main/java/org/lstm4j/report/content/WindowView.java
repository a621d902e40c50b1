package org.lstm4j.report.content;

import java.util.List;

/// The stretch of data that one forecast was made from.
///
/// @param facts the series, when the window starts and ends, what was forecast and what came true
/// @param axis the steps of the window, the last one just before the forecast
/// @param axisTitle `steps before the forecast`
/// @param inputs what the network read, a row a column, the target first
public record WindowView(List<Fact> facts, Axis axis, String axisTitle, List<NamedValues> inputs) {

    public WindowView {
        facts = List.copyOf(facts);
        inputs = List.copyOf(inputs);
        for (NamedValues input : inputs) {
            Lengths.requireEqual("values of input '" + input.name() + "'", input.values().size(), axis.size());
        }
    }
}
