package org.lstm4j.tune.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;

/// Numbers between two ends, these included.
///
/// Values are rounded to what a reader can copy: four digits on a logarithmic scale, a ten-thousandth of the range or finer on a linear
/// one.
///
/// @param name what a [Configuration] calls it
/// @param low the smallest value
/// @param high the largest value
/// @param scale along what it is searched evenly
public record RealRange(String name, double low, double high, Scale scale) implements Hyperparameter {

    private static final int DIGITS = 4;

    /// @throws ConfigurationException when an end is no finite number, low is above high, or a logarithmic range does not lie above 0
    public RealRange {
        RangeCheck.name(name);
        if (!Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(high - low)) {
            throw new ConfigurationException(new Problem("the range of '" + name + "' has no end", "two finite numbers",
                    low + ".." + high, "give both ends"));
        }
        low = low + 0.0; // 0 instead of -0, which is equal and written otherwise
        high = high + 0.0;
        RangeCheck.order(name, low, high, Double.toString(low), Double.toString(high));
        RangeCheck.scale(name, low, scale, low + ".." + high);
    }

    @Override
    public JsonValue valueAt(double point) {
        Points.check(point);
        return JsonValue.of(Math.clamp(rounded(Points.along(scale, low, high, point)), low, high));
    }

    private double rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        return switch (scale) {
            case LOGARITHMIC -> exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).doubleValue();
            case LINEAR -> exact.setScale(decimals(), RoundingMode.HALF_EVEN).doubleValue();
        };
    }

    /// Decimal places at which the width of the range has at least as many digits as are wanted.
    private int decimals() {
        BigDecimal width = new BigDecimal(high).subtract(new BigDecimal(low));
        return DIGITS + width.scale() - width.precision();
    }

    @Override
    public double pointOf(JsonValue value) {
        check(value);
        return Points.of(scale, low, high, value.asDouble());
    }

    @Override
    public void check(JsonValue value) {
        if (!(value instanceof JsonNumber number) || !(number.doubleValue() >= low && number.doubleValue() <= high)) {
            throw RangeCheck.outside(name, "a number from " + low + " to " + high, Json.write(value));
        }
    }
}
