package org.lstm4j.cli.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a method did in a protocol.
///
/// @param measures those of the protocol that the method has, NaN where undefined, and then the others that can be computed
/// @param losses what a test of significance compares: one value for each origin, or for each series; shared, not to be changed
/// @param trainingSeconds wall time of getting ready
/// @param forecastSeconds wall time of forecasting all windows
/// @param settings what a reader must know to do the same; empty when the name says it
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record MethodResult(String method, MethodKind kind, Map<Measure, Double> measures, double[] losses,
        double trainingSeconds, double forecastSeconds, String settings) {

    public MethodResult {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /// A measure; NaN where the method does not have it.
    public double value(Measure measure) {
        return measures.getOrDefault(measure, Double.NaN);
    }

    /// Whether it is ours: the LSTM of the defaults or another.
    public boolean isOurs() {
        return kind == MethodKind.LSTM;
    }

    /// Whether it is the LSTM of the defaults.
    public boolean isLstm() {
        return method.equals(LstmMethod.NAME);
    }

    /// Whether it was selected among ours before the test part.
    boolean isSelected() {
        return method.equals(Selected.NAME);
    }

    /// Wall time of both.
    public double seconds() {
        return trainingSeconds + forecastSeconds;
    }
}
