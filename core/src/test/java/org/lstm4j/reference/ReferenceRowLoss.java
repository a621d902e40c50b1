package org.lstm4j.reference;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleBiFunction;

/// A loss as its textbook formula: the mean over rows of a function of the row's predictions f and targets y. Its gradient is
/// what central differences say.
///
/// @param name for messages
/// @param row l(f, y)
record ReferenceRowLoss(String name, ToDoubleBiFunction<double[], double[]> row) {

    /// The mean over the elements of a row.
    static ReferenceRowLoss elementwise(String name, DoubleBinaryOperator element) {
        return new ReferenceRowLoss(name, (f, y) -> {
            double sum = 0;
            for (int k = 0; k < f.length; k++) {
                sum += element.applyAsDouble(f[k], y[k]);
            }
            return sum / f.length;
        });
    }

    /// 100·|f − y| / max(|y|, floor).
    static ReferenceRowLoss meanAbsolutePercentageError(double floor) {
        return elementwise("mape", (f, y) -> 100 * Math.abs(f - y) / Math.max(Math.abs(y), floor));
    }

    /// 200·|f − y| / (|f| + |y|).
    static ReferenceRowLoss symmetricMeanAbsolutePercentageError() {
        return elementwise("smape", (f, y) -> 200 * Math.abs(f - y) / (Math.abs(f) + Math.abs(y)));
    }

    /// (ln(1 + f) − ln(1 + y))².
    static ReferenceRowLoss meanSquaredLogarithmicError() {
        return elementwise("msle", (f, y) -> Math.pow(Math.log(1 + f) - Math.log(1 + y), 2));
    }

    /// ln cosh(f − y).
    static ReferenceRowLoss logCosh() {
        return elementwise("log-cosh", (f, y) -> Math.log(Math.cosh(f - y)));
    }

    /// f − y·ln(f + 1e-7).
    static ReferenceRowLoss poisson() {
        return elementwise("poisson", (f, y) -> f - y * Math.log(f + 1e-7));
    }

    /// eᶠ − y·f.
    static ReferenceRowLoss poissonOnLogs() {
        return elementwise("poisson-logs", (f, y) -> Math.exp(f) - y * f);
    }

    /// −y·ln p − (1 − y)·ln(1 − p).
    static ReferenceRowLoss binaryCrossEntropy() {
        return elementwise("bce", (p, y) -> -y * Math.log(p) - (1 - y) * Math.log(1 - p));
    }

    /// The same of p = σ(x).
    static ReferenceRowLoss binaryCrossEntropyOnLogits() {
        return elementwise("bce-logits", (x, y) -> {
            double p = 1 / (1 + Math.exp(-x));
            return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
        });
    }

    /// max(1 − y·f, 0).
    static ReferenceRowLoss hinge() {
        return elementwise("hinge", (f, y) -> Math.max(1 - y * f, 0));
    }

    /// max(τ·(y − f), (τ − 1)·(y − f)).
    static ReferenceRowLoss quantile(double level) {
        return elementwise("quantile", (f, y) -> Math.max(level * (y - f), (level - 1) * (y - f)));
    }

    /// The mean of [#quantile] over targets and levels; f is [targets, levels].
    static ReferenceRowLoss quantiles(double... levels) {
        return new ReferenceRowLoss("quantiles", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < f.length; k++) {
                double error = y[k / levels.length] - f[k];
                double level = levels[k % levels.length];
                sum += Math.max(level * error, (level - 1) * error);
            }
            return sum / f.length;
        });
    }

    /// −f·y / (|f|·|y|).
    static ReferenceRowLoss cosineSimilarity() {
        return new ReferenceRowLoss("cosine", (f, y) -> -dot(f, y) / Math.sqrt(dot(f, f) * dot(y, y)));
    }

    /// −ln of the normal density at y; f is [targets, 2]: μ, then s with σ = ln(1 + eˢ) + smallest.
    static ReferenceRowLoss gaussian(double smallest) {
        return new ReferenceRowLoss("gaussian", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double scale = Math.log(1 + Math.exp(f[2 * k + 1])) + smallest;
                double density = Math.exp(-Math.pow((y[k] - f[2 * k]) / scale, 2) / 2)
                        / (scale * Math.sqrt(2 * Math.PI));
                sum -= Math.log(density);
            }
            return sum / y.length;
        });
    }

    /// −ln of Student's t density at y; f is [targets, 3]: μ, then s with σ = ln(1 + eˢ) + smallest, then d with
    /// ν = 2 + ln(1 + eᵈ). B(½, ν/2), by which the density is divided, is the area under t^(−½)·(1 − t)^(ν/2 − 1).
    static ReferenceRowLoss studentT(double smallest) {
        return new ReferenceRowLoss("student-t", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double scale = Math.log(1 + Math.exp(f[3 * k + 1])) + smallest;
                double degrees = 2 + Math.log(1 + Math.exp(f[3 * k + 2]));
                double z = (y[k] - f[3 * k]) / scale;
                double density = Math.pow(1 + z * z / degrees, -(degrees + 1) / 2)
                        / (scale * Math.sqrt(degrees) * betaOfHalf(degrees / 2));
                sum -= Math.log(density);
            }
            return sum / y.length;
        });
    }

    /// B(½, b) = ∫ 2·(1 − u²)^(b − 1) du from 0 to 1, by u = tanh(x): ∫ 2·cosh(x)^(−2b) dx, which the plain sum over a grid
    /// gives to all digits.
    private static double betaOfHalf(double b) {
        double step = 1.0 / 8;
        double sum = 0.5;
        for (int point = 1; point * step < 20; point++) {
            sum += Math.pow(Math.cosh(point * step), -2 * b);
        }
        return 2 * step * sum;
    }

    /// −ln of Laplace's density at y; f is [targets, 2]: μ, then s with b = ln(1 + eˢ) + smallest.
    static ReferenceRowLoss laplace(double smallest) {
        return new ReferenceRowLoss("laplace", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double scale = Math.log(1 + Math.exp(f[2 * k + 1])) + smallest;
                sum -= Math.log(Math.exp(-Math.abs(y[k] - f[2 * k]) / scale) / (2 * scale));
            }
            return sum / y.length;
        });
    }

    /// −ln of the log-normal density at y; f is [targets, 2], as for [#gaussian].
    static ReferenceRowLoss logNormal(double smallest) {
        return new ReferenceRowLoss("log-normal", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double scale = Math.log(1 + Math.exp(f[2 * k + 1])) + smallest;
                double density = Math.exp(-Math.pow((Math.log(y[k]) - f[2 * k]) / scale, 2) / 2)
                        / (y[k] * scale * Math.sqrt(2 * Math.PI));
                sum -= Math.log(density);
            }
            return sum / y.length;
        });
    }

    /// −ln of the negative binomial probability of y: the product of (r + j)/(j + 1) for j below y, times
    /// (1 − p)^r·p^y with r = 1/α and p = μ/(r + μ); f is [targets, 2], the softplus inverses of μ and α less 1e-6.
    static ReferenceRowLoss negativeBinomial() {
        return new ReferenceRowLoss("negative-binomial", (f, y) -> {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                double mean = Math.log(1 + Math.exp(f[2 * k])) + 1e-6;
                double size = 1 / (Math.log(1 + Math.exp(f[2 * k + 1])) + 1e-6);
                double probability = Math.pow(size / (size + mean), size);
                for (int j = 0; j < y[k]; j++) {
                    probability *= (size + j) / (j + 1) * mean / (size + mean);
                }
                sum -= Math.log(probability);
            }
            return sum / y.length;
        });
    }

    /// [#quantiles] of three levels, the outer two given by their distances from the middle one, as softplus inverses.
    static ReferenceRowLoss threeMonotoneQuantiles(double... levels) {
        return new ReferenceRowLoss("monotone-quantiles", (f, y) -> {
            double[] quantiles = new double[f.length];
            for (int k = 0; k < f.length; k += 3) {
                quantiles[k] = f[k + 1] - Math.log(1 + Math.exp(f[k]));
                quantiles[k + 1] = f[k + 1];
                quantiles[k + 2] = f[k + 1] + Math.log(1 + Math.exp(f[k + 2]));
            }
            return quantiles(levels).row().applyAsDouble(quantiles, y);
        });
    }

    /// −Σ yₖ·ln(pₖ / Σ p).
    static ReferenceRowLoss categoricalCrossEntropy() {
        return new ReferenceRowLoss("cce", (p, y) -> {
            double total = 0;
            for (double probability : p) {
                total += probability;
            }
            double sum = 0;
            for (int k = 0; k < p.length; k++) {
                sum -= y[k] * Math.log(p[k] / total);
            }
            return sum;
        });
    }

    /// The same of pₖ = e^xₖ.
    static ReferenceRowLoss categoricalCrossEntropyOnLogits() {
        return new ReferenceRowLoss("cce-logits",
                (x, y) -> categoricalCrossEntropy().row().applyAsDouble(exponentials(x), y));
    }

    /// −ln(p_c / Σ p) of pₖ = e^xₖ and the class c = y₀.
    static ReferenceRowLoss sparseCategoricalCrossEntropyOnLogits() {
        return new ReferenceRowLoss("sparse-cce-logits", (x, y) -> {
            double[] right = new double[x.length];
            right[(int) y[0]] = 1;
            return categoricalCrossEntropy().row().applyAsDouble(exponentials(x), right);
        });
    }

    /// weight·this + otherWeight·other.
    ReferenceRowLoss plus(double weight, double otherWeight, ReferenceRowLoss other) {
        return new ReferenceRowLoss(name + "+" + other.name,
                (f, y) -> weight * row.applyAsDouble(f, y) + otherWeight * other.row.applyAsDouble(f, y));
    }

    /// L = Σ l / rows.
    double of(double[][] prediction, double[][] target) {
        double[] ones = new double[prediction.length];
        Arrays.fill(ones, 1);
        return of(prediction, target, ones, prediction.length);
    }

    /// L = Σ w·l / counted.
    double of(double[][] prediction, double[][] target, double[] weights, double counted) {
        double sum = 0;
        for (int r = 0; r < prediction.length; r++) {
            sum += weights[r] == 0 ? 0 : weights[r] * row.applyAsDouble(prediction[r], target[r]);
        }
        return sum / counted;
    }

    private static double[] exponentials(double[] x) {
        return Arrays.stream(x).map(Math::exp).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
