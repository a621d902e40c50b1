package org.lstm4j.forecast.prepare;

/// How a model takes a window of several targets.
public enum TargetUse {
    /// In one sample: the model reads and foretells all targets at once, each with weights of its own.
    TOGETHER("together"),
    /// In a sample for each target, which shares all weights with the others and sees none of them (channel independence; Nie et al., A Time
    /// Series is Worth 64 Words, 2023).
    ONE_BY_ONE("one-by-one");

    private final String label;

    TargetUse(String label) {
        this.label = label;
    }

    /// Its name in settings and model files.
    public String label() {
        return label;
    }

    /// The use of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static TargetUse of(String label) {
        for (TargetUse use : values()) {
            if (use.label.equals(label)) {
                return use;
            }
        }
        throw new IllegalArgumentException(
                "no use of targets is called '" + label + "'; there are together, one-by-one");
    }
}
