package org.lstm4j.cli.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures to reach in a protocol.
///
/// @param name `floor` (to be beaten before anything is claimed), `realistic` (a well-built single model) or `ambitious` (level with
///        the best)
public record Bar(String name, Map<Measure, Double> measures) {

    private static final String FLOOR = "floor";

    public Bar {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /// Whether a method is as good in every measure of the bar that it has, and has at least one; it must be better than the
    /// floor.
    public boolean isReachedBy(MethodResult result) {
        boolean reached = measures.keySet().stream().anyMatch(result.measures()::containsKey);
        for (Map.Entry<Measure, Double> entry : measures.entrySet()) {
            if (result.measures().containsKey(entry.getKey())) {
                double value = result.value(entry.getKey());
                reached &= name.equals(FLOOR) ? value < entry.getValue() : value <= entry.getValue();
            }
        }
        return reached;
    }
}
