package org.lstm4j.forecast;

/// Which forecast stands beside the network, so that training starts from it and the network learns what it leaves over.
public enum Skip {
    /// None: the network learns all of it.
    NONE("none"),
    /// The last value, for every step: the naive forecast.
    LAST("last"),
    /// The values of the season before.
    SEASONAL("seasonal"),
    /// The values of the longer season before: of a week, where a season is a day; of a year, where steps are weeks.
    LONG_SEASONAL("long-seasonal"),
    /// The linear map of least squared error, in closed form (NLinear), with the ridge that does best on validation windows.
    LINEAR("linear");

    private final String label;

    Skip(String label) {
        this.label = label;
    }

    /// Its name on the command line.
    public String label() {
        return label;
    }
}
