package org.lstm4j.report.content;

import java.util.List;

/// A measure by horizon step: element 0 belongs to the first step ahead.
///
/// @param measure its name: `MAE`
/// @param unit its unit; empty for a ratio
/// @param byMethod one row a method, in the order of [Evaluation#methods]
public record HorizonErrors(String measure, String unit, List<Values> byMethod) {

    public HorizonErrors {
        byMethod = List.copyOf(byMethod);
        for (Values values : byMethod) {
            Lengths.requireEqual("steps of " + measure, values.size(), byMethod.getFirst().size());
        }
    }

    /// Steps ahead.
    public int horizon() {
        return byMethod.isEmpty() ? 0 : byMethod.getFirst().size();
    }
}
