package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// Textbook versions of the layers without recurrence. Every axis but the innermost counts rows, unless there are steps.
final class ReferenceLayers {

    private ReferenceLayers() {}

    static ReferenceLayer elementwise(DoubleUnaryOperator function) {
        return (x, _) -> Arrays.stream(x).map(function).toArray();
    }

    /// x itself, and a penalty on it.
    static ReferenceLayer penalized(ToDoubleFunction<double[]> penalty) {
        return new ReferenceLayer() {
            @Override
            public double[] apply(double[] x, List<double[]> parameters) {
                return x;
            }

            @Override
            public double penalty(double[] x) {
                return penalty.applyAsDouble(x);
            }
        };
    }

    /// Parameters W [outputs, inputs], then b [outputs] if there is one.
    static ReferenceLayer dense(int inputs, int outputs, DoubleUnaryOperator activation) {
        return (x, parameters) -> {
            double[] y = new double[x.length / inputs * outputs];
            for (int index = 0; index < y.length; index++) {
                int output = index % outputs;
                double sum = parameters.size() > 1 ? parameters.get(1)[output] : 0;
                for (int k = 0; k < inputs; k++) {
                    sum += x[index / outputs * inputs + k] * parameters.get(0)[output * inputs + k];
                }
                y[index] = activation.applyAsDouble(sum);
            }
            return y;
        };
    }

    /// Parameters γ and β.
    static ReferenceLayer layerNormalization(int features, double epsilon) {
        return (x, parameters) -> normalize(x, x, features, epsilon, parameters.get(0), parameters.get(1));
    }

    /// A layer normalisation whose gradient forgets that mean and variance depend on x.
    static ReferenceLayer layerNormalizationOfFixedStatistics(int features, double epsilon, double[] fixed) {
        return (x, parameters) -> normalize(x, fixed, features, epsilon, parameters.get(0), parameters.get(1));
    }

    private static double[] normalize(
            double[] x, double[] statistics, int features, double epsilon, double[] gamma, double[] beta) {
        double[] y = new double[x.length];
        for (int from = 0; from < x.length; from += features) {
            double[] row = Arrays.copyOfRange(statistics, from, from + features);
            double mean = Arrays.stream(row).average().orElseThrow();
            double variance = Arrays.stream(row).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
            for (int k = 0; k < features; k++) {
                y[from + k] = gamma[k] * (x[from + k] - mean) / Math.sqrt(variance + epsilon) + beta[k];
            }
        }
        return y;
    }

    static ReferenceLayer softmax(int width) {
        return (x, _) -> {
            double[] y = new double[x.length];
            for (int index = 0; index < x.length; index++) {
                double sum = 0;
                for (int other = index / width * width; other < (index / width + 1) * width; other++) {
                    sum += StrictMath.exp(x[other]);
                }
                y[index] = StrictMath.exp(x[index]) / sum;
            }
            return y;
        };
    }

    static ReferenceLayer logSoftmax(int width) {
        return (x, parameters) -> Arrays.stream(softmax(width).apply(x, parameters)).map(StrictMath::log).toArray();
    }

    /// One parameter, the table.
    static ReferenceLayer embedding(int units) {
        return (x, parameters) -> {
            double[] y = new double[x.length * units];
            for (int index = 0; index < y.length; index++) {
                y[index] = parameters.getFirst()[(int) Math.round(x[index / units]) * units + index % units];
            }
            return y;
        };
    }

    static ReferenceLayer repeat(int steps, int features) {
        return (x, _) -> {
            double[] y = new double[x.length * steps];
            for (int index = 0; index < y.length; index++) {
                y[index] = x[index / (steps * features) * features + index % features];
            }
            return y;
        };
    }

    static ReferenceLayer lastStep(int steps, int features) {
        return overSteps(steps, features, column -> column[steps - 1]);
    }

    static ReferenceLayer average(int steps, int features) {
        return overSteps(steps, features, column -> Arrays.stream(column).average().orElseThrow());
    }

    static ReferenceLayer maximum(int steps, int features) {
        return overSteps(steps, features, column -> Arrays.stream(column).max().orElseThrow());
    }

    private interface OfSteps {
        double of(double[] column);
    }

    private static ReferenceLayer overSteps(int steps, int features, OfSteps function) {
        return (x, _) -> {
            double[] y = new double[x.length / steps];
            for (int index = 0; index < y.length; index++) {
                double[] column = new double[steps];
                for (int step = 0; step < steps; step++) {
                    column[step] = x[(index / features * steps + step) * features + index % features];
                }
                y[index] = function.of(column);
            }
            return y;
        };
    }

    /// x + f(x).
    static ReferenceLayer residual(ReferenceLayer inner) {
        return (x, parameters) -> sum(x, inner.apply(x, parameters));
    }

    /// W·x + f(x); W is the last parameter.
    static ReferenceLayer projected(int inputs, int outputs, ReferenceLayer inner) {
        return (x, parameters) -> {
            int last = parameters.size() - 1;
            double[] around = dense(inputs, outputs, value -> value).apply(x, parameters.subList(last, last + 1));
            return sum(around, inner.apply(x, parameters.subList(0, last)));
        };
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sums = new double[a.length];
        Arrays.setAll(sums, index -> a[index] + b[index]);
        return sums;
    }

    /// Numbers, then one category for each table.
    ///
    /// @param units of each table
    static ReferenceLayer embeddedColumns(int numbers, int... units) {
        int columns = numbers + units.length;
        return (x, parameters) -> {
            List<Double> y = new ArrayList<>();
            for (int row = 0; row < x.length / columns; row++) {
                for (int number = 0; number < numbers; number++) {
                    y.add(x[row * columns + number]);
                }
                for (int table = 0; table < units.length; table++) {
                    int index = (int) Math.round(x[row * columns + numbers + table]);
                    for (int unit = 0; unit < units[table]; unit++) {
                        y.add(parameters.get(table)[index * units[table] + unit]);
                    }
                }
            }
            return y.stream().mapToDouble(Double::doubleValue).toArray();
        };
    }
}
