package org.lstm4j.interop.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.prepare.WindowScaling;

/// The level of a window, taken off what a network reads and put back on what it says; of targets [batch, lookback, targets].
///
/// @param arithmetic of the graph
/// @param shift [batch, 1, targets] float64; null for 0
/// @param scale [batch, 1, targets] float64; null for 1
record ForecastLevel(Arithmetic arithmetic, @Nullable String shift, @Nullable String scale) {

    /// What is added to the variance, so that a flat window has a scale.
    private static final double FLAT = 1e-5;

    /// @param targets scaled, float64, without gaps
    static ForecastLevel of(Arithmetic arithmetic, WindowScaling scaling, String targets) {
        return switch (scaling) {
            case NONE -> new ForecastLevel(arithmetic, null, null);
            case LAST -> new ForecastLevel(arithmetic, arithmetic.part(targets, 1, -1, Long.MAX_VALUE), null);
            case REVIN -> {
                String mean = arithmetic.mean(targets, 1);
                String distance = arithmetic.minus(targets, mean);
                String variance = arithmetic.mean(arithmetic.times(distance, distance), 1);
                String scale = arithmetic.graph().node("Sqrt",
                        List.of(arithmetic.plus(variance, arithmetic.number("flat", FLAT))));
                yield new ForecastLevel(arithmetic, mean, scale);
            }
        };
    }

    /// What the network reads, float32.
    String levelled(String targets) {
        String shifted = shift == null ? targets : arithmetic.minus(targets, shift);
        return arithmetic.toFloat(scale == null ? shifted : arithmetic.over(shifted, scale));
    }

    /// What it says, [batch, horizon, targets] float64, at the level of the window.
    String restored(String said) {
        String wide = scale == null ? said : arithmetic.times(said, scale);
        return shift == null ? wide : arithmetic.plus(wide, shift);
    }
}
