package org.lstm4j.reference;

/// The largest of many errors, and where it was. A NaN counts as infinite.
final class Worst {

    private double error;
    private String place = "any place";
    private long count;

    void see(double candidate, String where) {
        count++;
        double seen = Double.isNaN(candidate) ? Double.POSITIVE_INFINITY : candidate;
        if (seen > error) {
            error = seen;
            place = where;
        }
    }

    void see(Worst other, String where) {
        see(other.error, where + " " + other.place);
        count += other.count - 1;
    }

    /// Sees the relative error of every element: |actual − expected| / |expected|, where |expected| counts as no less than a
    /// tenth of the tensor's largest. An element near zero is what is left of a sum whose terms cancelled, and rounding errs by
    /// the size of the terms: without this, PyTorch's own float32 gradients are 8e-5 away from its float64 ones.
    void seeRelative(String tensor, double[] expected, double[] actual) {
        seeRelative(tensor, expected, actual, 0);
    }

    /// Sees the relative error of elements that are left of sums with terms of a size known otherwise.
    ///
    /// @param terms counts as an element of the tensor, for its largest
    void seeRelative(String tensor, double[] expected, double[] actual, double terms) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(
                    tensor + " has " + actual.length + " elements, expected " + expected.length);
        }
        double largest = terms;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int index = 0; index < expected.length; index++) {
            double difference = Math.abs(actual[index] - expected[index]);
            double scale = Math.max(Math.abs(expected[index]), largest / 10);
            see(difference == 0 ? 0 : difference / scale, tensor + "[" + index + "]");
        }
    }

    double error() {
        return error;
    }

    @Override
    public String toString() {
        return error + " of " + count + " at " + place;
    }
}
