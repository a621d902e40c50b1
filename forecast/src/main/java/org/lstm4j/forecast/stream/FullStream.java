package org.lstm4j.forecast.stream;

/// What is done with the row of a new key when there are as many keys as may be.
public enum FullStream {
    /// The key that was used least recently is forgotten, by a row or by a forecast. Its next row begins a new history.
    EVICT("evict"),
    /// An error.
    REFUSE("refuse");

    private final String label;

    FullStream(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The rule of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static FullStream of(String label) {
        for (FullStream rule : values()) {
            if (rule.label.equals(label)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "no rule for a full stream is called '" + label + "'; there are evict, refuse");
    }
}
