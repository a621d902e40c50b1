package org.lstm4j.tune.space;

/// Points between 0 and 1, and the stretch of a scale that they stand for.
final class Points {

    private Points() {}

    static void check(double point) {
        if (!(point >= 0 && point <= 1)) {
            throw new IllegalArgumentException("a point lies between 0 and 1, but this one is " + point);
        }
    }

    /// The value at a point between two ends.
    static double along(Scale scale, double low, double high, double point) {
        return switch (scale) {
            case LINEAR -> low + point * (high - low);
            case LOGARITHMIC -> {
                double logLow = StrictMath.log(low);
                yield StrictMath.exp(logLow + point * (StrictMath.log(high) - logLow));
            }
        };
    }

    /// The point of a value between two ends, the reverse of [#along]; the middle where the ends are one.
    static double of(Scale scale, double low, double high, double value) {
        if (low == high) {
            return 0.5;
        }
        double point = switch (scale) {
            case LINEAR -> (value - low) / (high - low);
            case LOGARITHMIC -> StrictMath.log(value / low) / StrictMath.log(high / low);
        };
        return Math.clamp(point, 0, 1);
    }
}
