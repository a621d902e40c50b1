package org.lstm4j.train.callback;

import java.util.Arrays;
import org.lstm4j.protobuf.ProtobufWriter;

/// How the numbers of an array spread: counts in buckets of equal width from the least to the greatest.
///
/// TensorBoard's message of it, HistogramProto, has the fields min 1, max 2, num 3, sum 4, sum_squares 5, bucket_limit 6 (upper
/// bounds) and bucket 7 (counts).
final class WeightHistogram {

    private static final int BUCKETS = 30;

    private final double[] limits;
    private final double[] counts;
    private final double least;
    private final double greatest;
    private final int count;
    private double sum;
    private double squares;

    /// @param values at least one, all finite
    WeightHistogram(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            sum += value;
            squares += (double) value * value;
        }
        least = low;
        greatest = high;
        count = values.length;
        limits = new double[low < high ? BUCKETS : 1];
        counts = new double[limits.length];
        fill(values);
    }

    private void fill(float[] values) {
        double width = (greatest - least) / limits.length;
        Arrays.setAll(limits, bucket -> bucket == limits.length - 1 ? greatest : least + (bucket + 1) * width);
        for (float value : values) {
            int bucket = width > 0 ? (int) ((value - least) / width) : 0;
            counts[Math.min(bucket, counts.length - 1)]++;
        }
    }

    ProtobufWriter toMessage() {
        return new ProtobufWriter()
                .float64(1, least)
                .float64(2, greatest)
                .float64(3, count)
                .float64(4, sum)
                .float64(5, squares)
                .float64s(6, limits)
                .float64s(7, counts);
    }
}
