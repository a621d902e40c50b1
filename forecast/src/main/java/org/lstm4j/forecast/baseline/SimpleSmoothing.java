package org.lstm4j.forecast.baseline;

/// Simple exponential smoothing: level(t) = level(t−1) + α·(x(t) − level(t−1)), with the α from 0.0001 to 0.9999 and the
/// first level that give the least squared one-step errors.
///
/// An error is linear in the first level, whose best value for an α therefore is a quotient of two sums. α is found by a grid
/// of 21 and a golden-section search around the best of them.
///
/// @param alpha the weight of a new value
/// @param level after the last value: the forecast of every step ahead
/// @param squaredError sum over all steps
record SimpleSmoothing(double alpha, double level, double squaredError) {

    private static final double LEAST = 0.0001;
    private static final double MOST = 0.9999;
    private static final int GRID = 20;
    private static final int SEARCH = 30;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /// @param values without missing values, at least 1
    static SimpleSmoothing of(double[] values) {
        SimpleSmoothing best = with(values, LEAST);
        for (int point = 1; point <= GRID; point++) {
            best = better(best, with(values, onGrid(point)));
        }
        double low = Math.max(LEAST, best.alpha - 1.0 / GRID);
        double high = Math.min(MOST, best.alpha + 1.0 / GRID);
        for (int search = 0; search < SEARCH; search++) {
            SimpleSmoothing left = with(values, high - GOLDEN * (high - low));
            SimpleSmoothing right = with(values, low + GOLDEN * (high - low));
            if (left.squaredError < right.squaredError) {
                high = right.alpha;
            } else {
                low = left.alpha;
            }
            best = better(best, better(left, right));
        }
        return best;
    }

    /// The smoothing with a given α.
    static SimpleSmoothing with(double[] values, double alpha) {
        double level = 0;
        double weightOfFirst = 1;
        double errorsTimesWeight = 0;
        double squaredWeights = 0;
        double squaredErrors = 0;
        double middle = values[0];
        for (double value : values) {
            double error = value - middle - level;
            errorsTimesWeight += error * weightOfFirst;
            squaredWeights += weightOfFirst * weightOfFirst;
            squaredErrors += error * error;
            level += alpha * error;
            weightOfFirst *= 1 - alpha;
        }
        double first = errorsTimesWeight / squaredWeights;
        return new SimpleSmoothing(alpha, middle + level + first * weightOfFirst,
                Math.max(0, squaredErrors - first * errorsTimesWeight));
    }

    private static double onGrid(int point) {
        return Math.clamp((double) point / GRID, LEAST, MOST);
    }

    private static SimpleSmoothing better(SimpleSmoothing one, SimpleSmoothing other) {
        return other.squaredError < one.squaredError ? other : one;
    }
}
