package org.lstm4j.tune.space;

import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;

/// Whole numbers, both ends included.
///
/// On a linear scale each has the same part of the line of points. On a logarithmic one number k has the part from log(k - ½) to
/// log(k + ½), so that the ends are as reachable as their neighbours.
///
/// @param name what a [Configuration] calls it
/// @param low the smallest value
/// @param high the largest value
/// @param scale along what it is searched evenly
public record IntegerRange(String name, int low, int high, Scale scale) implements Hyperparameter {

    private static final double HALF = 0.5;

    /// @throws org.lstm4j.ConfigurationException when low is above high, or a logarithmic range does not lie above 0
    public IntegerRange {
        RangeCheck.name(name);
        RangeCheck.order(name, low, high, Integer.toString(low), Integer.toString(high));
        RangeCheck.scale(name, low, scale, low + ".." + high);
    }

    @Override
    public JsonValue valueAt(double point) {
        Points.check(point);
        double place = Points.along(scale, low - HALF, high + HALF, point);
        return JsonValue.of((long) Math.clamp(Math.floor(place + HALF), low, high));
    }

    @Override
    public double pointOf(JsonValue value) {
        check(value);
        double whole = value.asDouble();
        double begin = Points.of(scale, low - HALF, high + HALF, whole - HALF);
        double end = Points.of(scale, low - HALF, high + HALF, whole + HALF);
        return (begin + end) / 2;
    }

    @Override
    public void check(JsonValue value) {
        if (!(value instanceof JsonNumber number) || !isInside(number)) {
            throw RangeCheck.outside(name, "a whole number from " + low + " to " + high, Json.write(value));
        }
    }

    private boolean isInside(JsonNumber number) {
        double value = number.doubleValue();
        return number.literal().matches("-?[0-9]+") && value >= low && value <= high;
    }
}
