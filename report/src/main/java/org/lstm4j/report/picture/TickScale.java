package org.lstm4j.report.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.NumberText;

/// A scale from the smallest to the largest value with ticks at round numbers:
/// multiples of 1, 2 or 5 times a power of ten. It starts at 0 when the values
/// are positive and 0 is near.
///
/// @param low value at the bottom
/// @param high value at the top, more than low
/// @param ticks from high to low
public record TickScale(double low, double high, List<BigDecimal> ticks) {

    /// A scale for values from smallest to largest with about so many ticks.
    public static TickScale of(double smallest, double largest, int ticks) {
        if (largest <= smallest) {
            // a constant lies in the middle of a scale that is wide enough to tell it apart
            double room = smallest == 0 ? 1 : Math.abs(smallest) / 2;
            return of(smallest - room, largest + room, ticks);
        }
        double low = smallest > 0 && smallest < largest / 3 ? 0 : smallest;
        BigDecimal span = new BigDecimal(largest).subtract(new BigDecimal(low));
        BigDecimal step = step(span.divide(BigDecimal.valueOf(Math.max(1, ticks - 1)), MathContext.DECIMAL64));
        BigDecimal first = new BigDecimal(low).divide(step, 0, RoundingMode.CEILING);
        BigDecimal last = new BigDecimal(largest).divide(step, 0, RoundingMode.FLOOR);
        List<BigDecimal> places = new ArrayList<>();
        for (BigDecimal count = last; count.compareTo(first) >= 0; count = count.subtract(BigDecimal.ONE)) {
            places.add(count.multiply(step));
        }
        return new TickScale(low, largest, places);
    }

    /// The largest round number that is not above the wanted one.
    private static BigDecimal step(BigDecimal wanted) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        BigDecimal half = power.multiply(BigDecimal.valueOf(5));
        BigDecimal fifth = power.multiply(BigDecimal.TWO);
        if (half.compareTo(wanted) <= 0) {
            return half;
        }
        return fifth.compareTo(wanted) <= 0 ? fifth : power;
    }

    /// Where a value lies on the scale: 0 at the top, 1 at the bottom. Halved first,
    /// since the difference of two large doubles may be none.
    public double fromTop(double value) {
        return (high / 2 - value / 2) / (high / 2 - low / 2);
    }

    /// A tick for readers: `1,500`, `0.25`, `5e12`.
    public static String label(BigDecimal tick) {
        BigDecimal plain = tick.stripTrailingZeros();
        boolean shortFraction = plain.scale() > 0 && plain.scale() <= 4;
        return shortFraction ? plain.toPlainString().replace('-', '−') : NumberText.of(tick.doubleValue());
    }
}
