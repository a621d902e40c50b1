package org.lstm4j.cli.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a method did in a protocol.
///
/// @param measures those of the protocol that the method has; NaN where undefined
/// @param losses what a test of significance compares: one value for each origin, or for each series; shared, not to be changed
/// @param seconds from the start of fitting to the last forecast
/// @param settings what a reader must know to do the same; empty when the name says it
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record MethodResult(String method, Map<Measure, Double> measures, double[] losses, double seconds,
        String settings) {

    public MethodResult {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /// A measure; NaN where the method does not have it.
    public double value(Measure measure) {
        return measures.getOrDefault(measure, Double.NaN);
    }

    /// Whether it is our LSTM and no baseline.
    public boolean isLstm() {
        return method.equals(LstmMethod.NAME);
    }
}
