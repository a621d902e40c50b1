package org.lstm4j.forecast.metrics;

/// The running sums behind every measure of [Metrics]. Mutable; one caller at a
/// time.
final class ErrorSums {

    private long points;
    private double absolute;
    private double absoluteActual;
    private double squared;
    private double relative;
    private double symmetric;
    /// Welford's running mean and sum of squared deviations. Unlike Σy² − (Σy)²/n
    /// they are exactly 0 for a constant, whatever its rounding.
    private double mean;
    private double deviation;

    void addAll(double[] actual, double[] forecast) {
        requireEqualLength(actual, forecast);
        for (int step = 0; step < actual.length; step++) {
            add(actual[step], forecast[step]);
        }
    }

    void add(double actual, double forecast) {
        if (Double.isNaN(actual)) {
            return;
        }
        double error = Math.abs(actual - forecast);
        points++;
        absolute += error;
        absoluteActual += Math.abs(actual);
        squared += error * error;
        relative += actual == 0 ? Double.NaN : error / Math.abs(actual);
        symmetric += error == 0 ? 0 : error / (Math.abs(actual) + Math.abs(forecast));
        double before = actual - mean;
        mean += before / points;
        deviation += before * (actual - mean);
    }

    long points() {
        return points;
    }

    double mse() {
        return perPoint(squared);
    }

    double mae() {
        return perPoint(absolute);
    }

    double mape() {
        return 100 * perPoint(relative);
    }

    double smape() {
        return 200 * perPoint(symmetric);
    }

    double meanAbsoluteActual() {
        return perPoint(absoluteActual);
    }

    double nd() {
        return Metrics.scaled(absolute, absoluteActual);
    }

    double r2() {
        return deviation > 0 ? 1 - squared / deviation : Double.NaN;
    }

    private double perPoint(double sum) {
        return points == 0 ? Double.NaN : sum / points;
    }

    static void requireEqualLength(double[] actual, double[] forecast) {
        if (actual.length != forecast.length) {
            throw new IllegalArgumentException(
                    "forecast has " + forecast.length + " steps, but there are " + actual.length + " actual values");
        }
    }
}
