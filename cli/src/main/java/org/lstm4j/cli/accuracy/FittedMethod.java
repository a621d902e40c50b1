package org.lstm4j.cli.accuracy;

import java.util.List;

/// A method ready to forecast the windows of a protocol.
public interface FittedMethod {

    /// Forecasts windows; what it says of one depends on no other.
    ///
    /// @return in the order of the windows
    List<WindowForecast> forecast(List<JudgedWindow> windows);

    /// What a reader must know to do the same, in one line; empty when the name says it.
    default String settings() {
        return "";
    }
}
