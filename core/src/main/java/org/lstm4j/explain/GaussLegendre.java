package org.lstm4j.explain;

/// The points and weights with which an integral from 0 to 1 is a weighted sum of values, exact for polynomials of a degree below
/// twice the number of points.
///
/// The points are the zeros of Legendre's polynomial P_n, found by Newton's method from Tricomi's estimate; the weights are
/// 1 / ((1 − x²) P′_n(x)²) on [0, 1]. Source: Abramowitz and Stegun, Handbook of mathematical functions, 1964, 25.4.29 and 25.4.30.
final class GaussLegendre {

    private static final int NEWTON_STEPS = 8;

    private final double[] points;
    private final double[] weights;

    GaussLegendre(int count) {
        points = new double[count];
        weights = new double[count];
        for (int index = 0; index < count; index++) {
            double x = StrictMath.cos(StrictMath.PI * (index + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double before = 1; // P_{k−1}
                double here = x; // P_k
                for (int degree = 2; degree <= count; degree++) {
                    double next = ((2 * degree - 1) * x * here - (degree - 1) * before) / degree;
                    before = here;
                    here = next;
                }
                slope = count * (x * here - before) / (x * x - 1);
                x -= here / slope;
            }
            points[count - 1 - index] = 0.5 + 0.5 * x;
            weights[count - 1 - index] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    int count() {
        return points.length;
    }

    /// In (0, 1), rising.
    double point(int index) {
        return points[index];
    }

    double weight(int index) {
        return weights[index];
    }
}
