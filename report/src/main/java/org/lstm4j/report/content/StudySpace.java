package org.lstm4j.report.content;

import java.util.List;

/// What a study searched through and by what it judged.
///
/// @param measure the error, the smaller the better: `MASE, mean of 3 folds`
/// @param hyperparameters at least one
/// @param rungs what was spent at each, the cheapest first: `2 epochs`, `8 epochs`; at least one
public record StudySpace(String measure, List<Hyperparameter> hyperparameters, List<String> rungs) {

    public StudySpace {
        hyperparameters = List.copyOf(hyperparameters);
        rungs = List.copyOf(rungs);
        if (hyperparameters.isEmpty() || rungs.isEmpty()) {
            throw new IllegalArgumentException("a study needs at least one hyperparameter and one rung, but has "
                    + hyperparameters.size() + " and " + rungs.size());
        }
        Lengths.requireDistinct("hyperparameters", hyperparameters.stream().map(Hyperparameter::name).toList());
    }

    /// The measure's short name: what stands before the first comma.
    public String shortMeasure() {
        int comma = measure.indexOf(',');
        return comma < 0 ? measure : measure.substring(0, comma);
    }
}
