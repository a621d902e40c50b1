package org.lstm4j.cli.accuracy;

import java.util.Optional;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// A method ready to forecast the windows of a protocol.
public interface FittedMethod {

    /// The point forecast of a window, in the unit of the file, `[horizon]`.
    double[] point(JudgedWindow window);

    /// Quantiles of at least the levels of [org.lstm4j.forecast.metrics.IntervalAccumulator#levels]; empty where the method has none.
    default Optional<QuantileForecast> quantiles(JudgedWindow window) {
        return Optional.empty();
    }

    /// What a reader must know to do the same, in one line; empty when the name says it.
    default String settings() {
        return "";
    }
}
