package org.lstm4j.report.content;

/// Where the actual value is expected with some probability, step by step: an area about the model's forecasts.
///
/// @param probability of an actual value within, in (0, 1)
/// @param lower where the area begins, one value a position of the axis; NaN where nothing is foretold
/// @param upper where it ends, nowhere below its lower bound; NaN in the same places
public record Band(double probability, Values lower, Values upper) {

    public Band {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability of a band must lie between 0 and 1, but was " + probability);
        }
        Lengths.requireEqual("upper bounds of the " + name(probability), upper.size(), lower.size());
        for (int index = 0; index < lower.size(); index++) {
            if (lower.observed(index) != upper.observed(index) || lower.at(index) > upper.at(index)) {
                throw new IllegalArgumentException("the " + name(probability) + " at index " + index + " goes from "
                        + lower.at(index) + " to " + upper.at(index)
                        + "; give both bounds or neither, the lower one first");
            }
        }
    }

    /// `80 % interval`.
    public String name() {
        return name(probability);
    }

    /// `24.10 to 31.00`, for readers; `missing` where nothing is foretold.
    public String text(int index) {
        return lower.observed(index)
                ? NumberText.of(lower.at(index)) + " to " + NumberText.of(upper.at(index))
                : "missing";
    }

    private static String name(double probability) {
        return NumberText.brief(100 * probability) + "\u202f% interval";
    }
}
