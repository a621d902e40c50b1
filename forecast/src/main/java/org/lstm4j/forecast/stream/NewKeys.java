package org.lstm4j.forecast.stream;

/// What is done with a key whose scale the forecaster does not know: it was trained on several series, none of that name.
public enum NewKeys {
    /// An error.
    REFUSE("refuse"),
    /// Its values are scaled by those in memory. [org.lstm4j.forecast.Forecaster#forecast] scales by all of the series, so its numbers
    /// differ as soon as the series is longer than what is kept.
    SCALE_BY_MEMORY("scale-by-memory");

    private final String label;

    NewKeys(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The rule of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static NewKeys of(String label) {
        for (NewKeys rule : values()) {
            if (rule.label.equals(label)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "no rule for new keys is called '" + label + "'; there are refuse, scale-by-memory");
    }
}
