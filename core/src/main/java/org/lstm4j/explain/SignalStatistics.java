package org.lstm4j.explain;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.tensor.Tensor;

/// What a signal of a recurrent layer is over all samples, steps and units that were computed.
///
/// @param signal which
/// @param values its numbers
/// @param shut share of them below 0.1; says something of gates
/// @param open share of them above 0.9
public record SignalStatistics(CellSignal signal, ArrayStatistics values, double shut, double open) {

    private static final float SHUT = 0.1f;
    private static final float OPEN = 0.9f;

    /// Of the numbers of a signal; those that are NaN were not computed and do not count.
    static SignalStatistics of(CellSignal signal, Tensor values) {
        float[] computed = new float[values.data().length];
        int count = 0;
        int shut = 0;
        int open = 0;
        for (float value : values.data()) {
            if (!Float.isNaN(value)) {
                computed[count++] = value;
                shut += value < SHUT ? 1 : 0;
                open += value > OPEN ? 1 : 0;
            }
        }
        return new SignalStatistics(signal, ArrayStatistics.of(computed, 0, count), (double) shut / Math.max(1, count),
                (double) open / Math.max(1, count));
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("signal", signal.label())
                .put("values", values.toJson())
                .put("below_0.1", shut)
                .put("above_0.9", open)
                .build();
    }
}
