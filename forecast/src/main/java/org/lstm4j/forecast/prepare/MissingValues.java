package org.lstm4j.forecast.prepare;

/// Fills missing values as [FillMethod] says; sums run in step order.
final class MissingValues {

    private MissingValues() {}

    /// A filled copy.
    ///
    /// @param values `[steps]`
    /// @param season steps of one season
    static double[] fill(double[] values, FillMethod method, int season) {
        double[] filled = values.clone();
        switch (method) {
            case NONE -> {
                // missing values stay missing
            }
            case LINEAR -> linear(filled);
            case FORWARD -> back(filled, 1);
            case SEASONAL -> back(filled, season);
            case MEAN -> mean(filled);
        }
        return filled;
    }

    static int count(double[] values) {
        int missing = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            }
        }
        return missing;
    }

    /// The value `distance` steps before, which may have been filled itself.
    private static void back(double[] values, int distance) {
        for (int i = distance; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = values[i - distance];
            }
        }
    }

    private static void linear(double[] values) {
        int before = -1;
        for (int after = 0; after < values.length; after++) {
            if (Double.isNaN(values[after])) {
                continue;
            }
            for (int i = before + 1; before >= 0 && i < after; i++) {
                double share = (double) (i - before) / (after - before);
                values[i] = values[before] + share * (values[after] - values[before]);
            }
            before = after;
        }
    }

    private static void mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
            }
        }
        double mean = sum / (values.length - count(values));
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = mean;
            }
        }
    }
}
