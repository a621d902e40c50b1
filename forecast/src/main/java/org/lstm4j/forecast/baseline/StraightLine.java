package org.lstm4j.forecast.baseline;

/// A straight line over the steps 0, 1, 2, …
record StraightLine(double atZero, double slope) {

    /// The least-squares line through the values, of which none is missing and there is at least one.
    static StraightLine through(double[] values) {
        return through(values, values.length);
    }

    /// The line through the first `count` values; level for a single one.
    static StraightLine through(double[] values, int count) {
        double middle = (count - 1) / 2.0;
        double mean = 0;
        for (int step = 0; step < count; step++) {
            mean += values[step] / count;
        }
        double products = 0;
        double squares = 0;
        for (int step = 0; step < count; step++) {
            products += (step - middle) * (values[step] - mean);
            squares += (step - middle) * (step - middle);
        }
        double slope = squares == 0 ? 0 : products / squares;
        return new StraightLine(mean - slope * middle, slope);
    }

    double at(int step) {
        return atZero + slope * step;
    }
}
