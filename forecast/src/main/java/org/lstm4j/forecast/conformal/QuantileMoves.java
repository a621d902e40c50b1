package org.lstm4j.forecast.conformal;

/// Which way a calibration may move quantiles.
public enum QuantileMoves {

    /// Away from the median or towards it, whatever the windows ask for.
    BOTH_WAYS,

    /// Away from the median only: intervals are never narrower than forecast. For windows so few, or so little apart, that all of them
    /// inside of their intervals prove nothing.
    OUTWARDS;

    /// That much of an offset outwards as is allowed.
    double allowed(double outwards) {
        return this == OUTWARDS ? Math.max(0, outwards) : outwards;
    }
}
