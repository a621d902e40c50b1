package org.lstm4j.report.picture;

import org.lstm4j.report.content.Grid;
import org.lstm4j.report.content.HeatMapContent.Range;

/// Which colour a value has.
///
/// @param colors from low to high
/// @param low the value of the first colour
/// @param high the value of the last colour, more than low
public record ValueScale(ColorScale colors, double low, double high) {

    public ValueScale {
        if (!(low < high) || Double.isInfinite(high / 2 - low / 2)) {
            throw new IllegalArgumentException(
                    "a colour scale goes from a finite value to a larger one, but this one from " + low + " to "
                            + high);
        }
    }

    /// The scale on which all values of a grid have a place.
    public static ValueScale of(Grid values, Range range) {
        double largest = values.largestMagnitude() > 0 ? values.largestMagnitude() : 1;
        return switch (range) {
            case FRACTION -> new ValueScale(ColorScale.sequential(), 0, 1);
            case POSITIVE -> new ValueScale(ColorScale.sequential(), 0, largest);
            case SIGNED -> new ValueScale(ColorScale.diverging(), -largest, largest);
        };
    }

    /// The level of a value; values beyond the ends have the level of the end.
    ///
    /// @param value not NaN
    public int level(double value) {
        return colors.level((value / 2 - low / 2) / (high / 2 - low / 2));
    }

    /// The colour of a value, [ColorScale#MISSING] for NaN.
    public int color(double value) {
        return Double.isNaN(value) ? ColorScale.MISSING : colors.color(level(value));
    }

    /// The value that a level stands for.
    public double value(int level) {
        double share = level / (colors.levels() - 1.0);
        return low * (1 - share) + high * share;
    }

    /// By how much a value within the scale may differ from that of its level: half a level.
    public double resolution() {
        return (high / 2 - low / 2) / (colors.levels() - 1);
    }
}
