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

    /// @param targets scaled float32, at the steps looked back on
    static ForecastLevel of(Arithmetic arithmetic, WindowScaling scaling, FilledColumns targets) {
        return switch (scaling) {
            case NONE -> new ForecastLevel(arithmetic, null, null);
            case LAST -> new ForecastLevel(arithmetic, last(arithmetic, targets), null);
            case REVIN -> ofObserved(arithmetic, targets);
        };
    }

    private static String last(Arithmetic arithmetic, FilledColumns targets) {
        return arithmetic.toDouble(targets.last(1).values());
    }

    /// Mean and deviation of what was observed; where nothing was, the last value and 1.
    private static ForecastLevel ofObserved(Arithmetic arithmetic, FilledColumns targets) {
        String values = arithmetic.toDouble(targets.values());
        String observed = arithmetic.toDouble(targets.observed());
        String count = arithmetic.sum(observed, 1);
        String divisor = arithmetic.graph().node("Max", List.of(count, arithmetic.number("one", 1)));
        String mean = arithmetic.over(arithmetic.sum(arithmetic.times(observed, values), 1), divisor);
        String distance = arithmetic.minus(values, mean);
        String squares = arithmetic.times(observed, arithmetic.times(distance, distance));
        String variance = arithmetic.over(arithmetic.sum(squares, 1), divisor);
        String deviation = arithmetic.graph().node("Sqrt",
                List.of(arithmetic.plus(variance, arithmetic.number("flat", FLAT))));
        String any = arithmetic.toBoolean(count);
        return new ForecastLevel(arithmetic, arithmetic.chosen(any, mean, last(arithmetic, targets)),
                arithmetic.chosen(any, deviation, arithmetic.number("unchanged", 1)));
    }

    /// What the network reads, float32; 0 before the first value.
    String levelled(FilledColumns targets) {
        if (shift == null) {
            return targets.values();
        }
        String shifted = arithmetic.minus(arithmetic.toDouble(targets.values()), shift);
        String levelled = arithmetic.toFloat(scale == null ? shifted : arithmetic.over(shifted, scale));
        return arithmetic.chosen(targets.begun(), levelled, arithmetic.graph().numbers("none", new float[]{0f}));
    }

    /// What it says, [batch, horizon, targets] float64, at the level of the window.
    String restored(String said) {
        String wide = scale == null ? said : arithmetic.times(said, scale);
        return shift == null ? wide : arithmetic.plus(wide, shift);
    }
}
