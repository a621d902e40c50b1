package org.lstm4j.explain;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What there is to say of an array of numbers: all summed in double, in order. Of no numbers all are 0.
///
/// @param count how many numbers
/// @param mean their mean
/// @param standardDeviation around the mean, of all of them
/// @param least the smallest
/// @param most the largest
/// @param norm the square root of the sum of squares
/// @param nearZero share of numbers whose magnitude is at most a thousandth of the largest one's
public record ArrayStatistics(
        long count, double mean, double standardDeviation, double least, double most, double norm, double nearZero) {

    private static final double NEAR = 1e-3;

    /// Of numbers `from` (inclusive) to `to` (exclusive).
    public static ArrayStatistics of(float[] values, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return new ArrayStatistics(0, 0, 0, 0, 0, 0, 0);
        }
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = from; index < to; index++) {
            double value = values[index];
            sum += value;
            squares += value * value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / count;
        double nearest = NEAR * Math.max(Math.abs(least), Math.abs(most));
        double spread = 0;
        int near = 0;
        for (int index = from; index < to; index++) {
            spread += (values[index] - mean) * (values[index] - mean);
            near += Math.abs(values[index]) <= nearest ? 1 : 0;
        }
        return new ArrayStatistics(count, mean, Math.sqrt(spread / count), least, most, Math.sqrt(squares),
                (double) near / count);
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("count", count)
                .put("mean", mean)
                .put("standard_deviation", standardDeviation)
                .put("min", least)
                .put("max", most)
                .put("norm", norm)
                .put("near_zero", nearZero)
                .build();
    }
}
