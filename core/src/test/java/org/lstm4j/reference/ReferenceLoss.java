package org.lstm4j.reference;

import java.util.function.DoubleUnaryOperator;

/// A loss: the mean over all elements of a function of the error e = prediction − target.
///
/// @param name for messages
/// @param value l(e)
/// @param slope dl/de
record ReferenceLoss(String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {

    /// l(e) = e².
    static ReferenceLoss meanSquaredError() {
        return new ReferenceLoss("mse", e -> e * e, e -> 2 * e);
    }

    /// l(e) = |e|, with slope 0 at 0.
    static ReferenceLoss meanAbsoluteError() {
        return new ReferenceLoss("mae", Math::abs, Math::signum);
    }

    /// l(e) = e²/2 where |e| ≤ δ, and δ·(|e| − δ/2) beyond.
    static ReferenceLoss huber(double delta) {
        return new ReferenceLoss(
                "huber(" + delta + ")",
                e -> Math.abs(e) <= delta ? e * e / 2 : delta * (Math.abs(e) - delta / 2),
                e -> Math.clamp(e, -delta, delta));
    }

    /// L = Σ l(e) / n.
    double of(double[][][] prediction, double[][][] target) {
        double sum = 0;
        for (int sample = 0; sample < target.length; sample++) {
            for (int step = 0; step < target[0].length; step++) {
                for (int output = 0; output < target[0][0].length; output++) {
                    sum += value.applyAsDouble(prediction[sample][step][output] - target[sample][step][output]);
                }
            }
        }
        return sum / count(target);
    }

    /// dL/dprediction, shaped as the prediction.
    double[][][] gradient(double[][][] prediction, double[][][] target) {
        double[][][] gradient = new double[target.length][target[0].length][target[0][0].length];
        for (int sample = 0; sample < target.length; sample++) {
            for (int step = 0; step < target[0].length; step++) {
                for (int output = 0; output < target[0][0].length; output++) {
                    double e = prediction[sample][step][output] - target[sample][step][output];
                    gradient[sample][step][output] = slope.applyAsDouble(e) / count(target);
                }
            }
        }
        return gradient;
    }

    private static int count(double[][][] values) {
        return values.length * values[0].length * values[0][0].length;
    }
}
