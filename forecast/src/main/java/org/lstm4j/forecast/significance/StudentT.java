package org.lstm4j.forecast.significance;

/// Tail probabilities of Student's t distribution.
final class StudentT {

    private StudentT() {}

    /// The probability of a value above t (Abramowitz and Stegun 26.7.1).
    ///
    /// @param degrees of freedom, at least 1
    static double upperTail(double t, int degrees) {
        double within = degrees / (degrees + t * t);
        double half = IncompleteBeta.regularized(within, degrees / 2.0, 0.5) / 2;
        return t < 0 ? 1 - half : half;
    }
}
