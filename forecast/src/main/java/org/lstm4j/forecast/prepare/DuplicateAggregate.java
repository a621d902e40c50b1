package org.lstm4j.forecast.prepare;

/// What several rows of the same time, or of the same step, become. Missing values are left out of
/// all three; where every value is missing, so is the result. Of categories it is always the last one.
public enum DuplicateAggregate {

    /// Their mean: the sum in row order, divided by the count.
    MEAN,

    /// Their sum in row order.
    SUM,

    /// The value of the last row that has one.
    LAST;

    /// What this is for a column: categories have no mean and no sum.
    DuplicateAggregate of(Observations observations, int column) {
        return observations.holdsCategories(column) ? LAST : this;
    }

    /// The value of some rows together.
    ///
    /// @param column `[rows]`
    /// @param rows indices in row order
    double of(double[] column, int[] rows) {
        double sum = 0;
        double last = Double.NaN;
        int count = 0;
        for (int index : rows) {
            double value = column[index];
            if (!Double.isNaN(value)) {
                sum += value;
                last = value;
                count++;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        return switch (this) {
            // one value is passed on as it is: its mean and sum, but for the sign of zero
            case MEAN -> count == 1 ? last : sum / count;
            case SUM -> count == 1 ? last : sum;
            case LAST -> last;
        };
    }
}
