package org.lstm4j.forecast.prepare;

/// What becomes of a category that the training part did not have.
public enum UnknownCategory {
    /// It is an error that names it.
    REFUSE("refuse"),
    /// It is taken as a missing value, which has a vector of its own: all zeros, unless values were missing in training.
    MISSING("missing");

    private final String label;

    UnknownCategory(String label) {
        this.label = label;
    }

    /// Its name in settings and model files.
    public String label() {
        return label;
    }

    /// The choice of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static UnknownCategory of(String label) {
        for (UnknownCategory choice : values()) {
            if (choice.label.equals(label)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                "unknown categories cannot be treated as '" + label + "'; there are refuse, missing");
    }
}
