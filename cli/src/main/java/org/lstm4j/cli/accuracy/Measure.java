package org.lstm4j.cli.accuracy;

import java.util.Locale;

/// What a protocol judges forecasts by. Lower is better, but for coverage, which should be near its probability.
public enum Measure {
    /// Percent, 0 to 200, mean over series.
    SMAPE("sMAPE"),
    /// Mean over series, with the scale that the protocol says.
    MASE("MASE"),
    /// Of the means of sMAPE and MASE, against Naive2 as computed here.
    OWA("OWA"),
    /// Of the means that are foretold, in the unit of the protocol, squared.
    MSE("MSE"),
    /// In the unit of the protocol.
    MAE("MAE"),
    /// Of the means that are foretold, in the unit of the protocol.
    RMSE("RMSE"),
    /// Weighted quantile loss over levels 0.1 to 0.9, over all values together.
    WQL("WQL"),
    /// Mean scaled interval score of the 95 % interval, mean over series, with the scale of MASE.
    MSIS("MSIS"),
    /// Continuous ranked probability score over levels 0.1 to 0.9, in the unit of the protocol.
    CRPS("CRPS"),
    /// Share of values inside the 80 % interval.
    COVERAGE_80("cover 80"),
    /// Share of values inside the 95 % interval.
    COVERAGE_95("cover 95"),
    /// [#WQL] with [online correction][OnlineIntervals].
    WQL_ONLINE("WQL online"),
    /// [#COVERAGE_80] with online correction.
    COVERAGE_80_ONLINE("80 online"),
    /// [#COVERAGE_95] with online correction.
    COVERAGE_95_ONLINE("95 online");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /// Its name in tables.
    public String label() {
        return label;
    }

    /// Its name in JSON and in the files of published figures: `smape`, `coverage_80`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the loss behind it is the squared error.
    boolean isOfSquares() {
        return this == MSE || this == RMSE;
    }

    /// @throws IllegalArgumentException when there is none
    static Measure of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
