package org.lstm4j.forecast.prepare;

/// How what is known ahead stands in a sample, beside what is known up to now.
///
/// | layout | rows | observed channels at row r | known channels at row r |
/// |---|---|---|---|
/// | `shifted` | lookback | the value at origin − lookback + r | the value `horizon` steps later |
/// | `extended` | lookback + horizon | the value at origin − lookback + r; 0 in the last `horizon` rows | the value at origin − lookback + r |
///
/// In a shifted sample a lookback of at least the horizon thus sees every future step's known values.
public enum WindowLayout {
    SHIFTED("shifted"), EXTENDED("extended");

    private final String label;

    WindowLayout(String label) {
        this.label = label;
    }

    /// Its name in model files.
    public String label() {
        return label;
    }

    /// Rows of a sample.
    public int rows(WindowSpec window) {
        return this == SHIFTED ? window.lookback() : window.steps();
    }

    /// The layout of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static WindowLayout of(String label) {
        for (WindowLayout layout : values()) {
            if (layout.label.equals(label)) {
                return layout;
            }
        }
        throw new IllegalArgumentException("no window layout is called '" + label + "'; there are shifted, extended");
    }
}
