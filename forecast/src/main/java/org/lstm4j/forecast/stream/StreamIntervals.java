package org.lstm4j.forecast.stream;

/// What the quantiles of a stream's forecasts are.
public enum StreamIntervals {
    /// Those of the forecaster, whatever comes true.
    AS_TRAINED("as-trained"),
    /// Corrected, key by key, by what came true of the key's earlier forecasts
    /// ([org.lstm4j.forecast.conformal.OnlineCalibration]).
    CORRECTED("corrected");

    private final String label;

    StreamIntervals(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The rule of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static StreamIntervals of(String label) {
        for (StreamIntervals rule : values()) {
            if (rule.label.equals(label)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "no rule for intervals of a stream is called '" + label + "'; there are as-trained, corrected");
    }
}
