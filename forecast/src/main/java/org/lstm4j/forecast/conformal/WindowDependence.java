package org.lstm4j.forecast.conformal;

/// What is assumed of the windows of a calibration.
public enum WindowDependence {

    /// They are exchangeable, as windows that share no steps nearly are: n windows count as n.
    NONE,

    /// They depend on each other, as windows do that overlap: n windows count as the fewer that tell as much, estimated from how
    /// long misses come in runs ([EffectiveSampleSize]). Intervals get somewhat wider for it, so that they hold what they say on average.
    ESTIMATED
}
