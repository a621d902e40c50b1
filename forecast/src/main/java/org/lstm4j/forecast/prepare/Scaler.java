package org.lstm4j.forecast.prepare;

/// A way of bringing values to a common scale, not yet fitted to any.
///
/// Only a [FittedScaler] can transform, and it comes from [#fit] on the training part: forgetting that, or fitting on data the
/// model must not have seen, does not compile.
public interface Scaler {

    /// Its name in settings and model files: `standard`.
    String label();

    /// Learns shift and scale from steps `from` (inclusive) to `to` (exclusive); missing values are left out.
    FittedScaler fit(double[] values, int from, int to);
}
