package org.lstm4j.reference;

/// A sum that float32 rounds after every term, and the variance of its error in units of ε²: see [LstmRounding].
final class RoundedSum {

    private double value;
    private double variance;

    /// @param value what the sum starts from
    /// @param variance of that
    RoundedSum(double value, double variance) {
        this.value = value;
        this.variance = variance;
    }

    /// s = s + v.
    void add(double term, double termVariance) {
        value += term;
        variance += termVariance + value * value;
    }

    /// s = s + u·v, the product and the sum rounded together, once.
    void addProduct(double left, double leftVariance, double right, double rightVariance) {
        value += left * right;
        variance += left * left * rightVariance + right * right * leftVariance + value * value;
    }

    /// Adds u₀·v₀ + u₁·v₁ + …, with u exact.
    void addProducts(double[] exact, double[] factors, double[] variances) {
        for (int index = 0; index < exact.length; index++) {
            addProduct(exact[index], 0, factors[index], variances[index]);
        }
    }

    double value() {
        return value;
    }

    double variance() {
        return variance;
    }
}
