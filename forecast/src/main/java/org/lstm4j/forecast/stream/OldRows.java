package org.lstm4j.forecast.stream;

/// What is done with a row at the time of the latest row of its key, or before it.
public enum OldRows {
    /// An error.
    REFUSE("refuse"),
    /// The first row of a time stays, and a gap stays a gap; [RowOutcome#IGNORED] says so.
    IGNORE("ignore");

    private final String label;

    OldRows(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The rule of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static OldRows of(String label) {
        for (OldRows rule : values()) {
            if (rule.label.equals(label)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule for old rows is called '" + label + "'; there are refuse, ignore");
    }
}
