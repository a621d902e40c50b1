package org.lstm4j.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.loss.Huber;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.Quantile;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Each metric over batches of any size against its formula over all samples at once, two passes and nothing clever.
class MetricsTest {

    private static final int SAMPLES = 23;
    private static final int OUTPUTS = 3;
    private static final double TOLERANCE = 1e-12;

    /// Samples of weight w are samples that stand there w times.
    private static final int[] WEIGHTS = {1, 2, 0, 3};

    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(ErrorMetrics.MSE, elements((f, y) -> mean(f, y, (p, t) -> (p - t) * (p - t)))),
                Arguments.of(ErrorMetrics.RMSE,
                        elements((f, y) -> Math.sqrt(mean(f, y, (p, t) -> (p - t) * (p - t))))),
                Arguments.of(ErrorMetrics.MAE, elements((f, y) -> mean(f, y, (p, t) -> Math.abs(p - t)))),
                Arguments.of(ErrorMetrics.BIAS, elements((f, y) -> mean(f, y, (p, t) -> p - t))),
                Arguments.of(ErrorMetrics.MAPE, elements((f, y) -> mean(f, y, (p, t) -> 100 * Math.abs((p - t) / t)))),
                Arguments.of(ErrorMetrics.SMAPE, elements(
                        (f, y) -> mean(f, y, (p, t) -> 200 * Math.abs(p - t) / (Math.abs(p) + Math.abs(t))))),
                Arguments.of(ErrorMetrics.MSLE,
                        elements((f, y) -> mean(f, y, (p, t) -> Math.pow(Math.log((1 + p) / (1 + t)), 2)))),
                Arguments.of(ErrorMetrics.LOG_COSH,
                        elements((f, y) -> mean(f, y, (p, t) -> Math.log(Math.cosh(p - t))))),
                Arguments.of(new MaxError(), elements((f, y) -> {
                    double largest = 0;
                    for (int i = 0; i < f.length; i++) {
                        largest = Math.max(largest, Math.abs(f[i] - y[i]));
                    }
                    return largest;
                })),
                Arguments.of(new LossMetric(new Quantile(0.9)), elements(
                        (f, y) -> mean(f, y, (p, t) -> Math.max(0.9 * (t - p), -0.1 * (t - p))))),
                Arguments.of(new LossMetric(new Huber(0.5f)), elements((f, y) -> mean(f, y,
                        (p, t) -> Math.abs(p - t) <= 0.5 ? (p - t) * (p - t) / 2 : 0.5 * Math.abs(p - t) - 0.125))),
                Arguments.of(new BinaryAccuracy(1), elements((f, y) -> mean(f, y, (p, t) -> p > 1 == t > 0.5 ? 1 : 0))),
                Arguments.of(new Detection(Detection.Score.PRECISION, 1), elements((f, y) -> count(f, y, true, true)
                        / (count(f, y, true, true) + count(f, y, true, false)))),
                Arguments.of(new Detection(Detection.Score.RECALL, 1), elements((f, y) -> count(f, y, true, true)
                        / (count(f, y, true, true) + count(f, y, false, true)))),
                Arguments.of(new Detection(Detection.Score.F1, 1), elements((f, y) -> 2 * count(f, y, true, true)
                        / (2 * count(f, y, true, true) + count(f, y, true, false) + count(f, y, false, true)))),
                Arguments.of(new RSquared(),
                        outputs((f, y) -> 1 - sum(f, y, (p, t) -> (t - p) * (t - p)) / spread(y, y))),
                Arguments.of(new PearsonCorrelation(),
                        outputs((f, y) -> spread(f, y) / Math.sqrt(spread(f, f) * spread(y, y)))),
                Arguments.of(new ConcordanceCorrelation(), outputs((f, y) -> 2 * spread(f, y)
                        / (spread(f, f) + spread(y, y) + f.length * Math.pow(mean(f) - mean(y), 2)))),
                Arguments.of(new CosineSimilarityMetric(), rows((f, y) -> sum(f, y, (p, t) -> p * t)
                        / Math.sqrt(sum(f, f, (p, t) -> p * t) * sum(y, y, (p, t) -> p * t)))),
                Arguments.of(new CategoricalAccuracy(), rows((f, y) -> largest(f) == largest(y) ? 1 : 0)));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void isExactOverAllSamplesHoweverTheyAreCutIntoBatches(Metric metric, Formula formula) {
        Data data = Data.draw();
        double expected = formula.of(data.rows(data.prediction), data.rows(data.target));
        MetricAccumulator accumulator = metric.newAccumulator();
        assertThat(accumulator.result()).isIn(Double.NaN, 0.0);
        double first = 0;
        for (int size : new int[]{SAMPLES, 1, 4, 10}) {
            accumulator.reset();
            for (int from = 0; from < SAMPLES; from += size) {
                int to = Math.min(SAMPLES, from + size);
                accumulator.update(data.prediction.rows(from, to), data.target.rows(from, to));
            }
            assertThat(accumulator.result()).as("batches of %d", size).isCloseTo(expected,
                    within(TOLERANCE * Math.abs(expected)));
            first = size == SAMPLES ? accumulator.result() : first;
            assertThat(accumulator.result()).as("bits with batches of %d", size).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void resetForgetsEverything(Metric metric, Formula formula) {
        Data data = Data.draw();
        MetricAccumulator accumulator = metric.newAccumulator();
        double nothing = accumulator.result();
        accumulator.update(data.prediction, data.target);
        assertThat(accumulator.result()).isNotIn(nothing);
        accumulator.reset();
        assertThat(accumulator.result()).isIn(nothing);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void weightsAreAsManyCopies(Metric metric, Formula formula) {
        Data data = Data.draw();
        List<double[]> predictions = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        Tensor weights = Tensor.zeros(Shape.of(Axis.batch(SAMPLES)));
        for (int sample = 0; sample < SAMPLES; sample++) {
            int weight = WEIGHTS[sample % WEIGHTS.length];
            weights.data()[sample] = weight;
            for (int copy = 0; copy < weight; copy++) {
                predictions.add(data.rows(data.prediction)[sample]);
                targets.add(data.rows(data.target)[sample]);
            }
            if (weight == 0) {
                data.target.set(Float.NaN, sample, 0);
            }
        }
        MetricAccumulator accumulator = metric.newAccumulator();
        accumulator.update(data.prediction, data.target, LossWeights.of(weights));
        double expected = formula.of(predictions.toArray(double[][]::new), targets.toArray(double[][]::new));
        assertThat(accumulator.result()).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void stepsCountAsSamplesDo(Metric metric, Formula formula) {
        Data data = Data.draw();
        Shape steps = Shape.sequence(SAMPLES, OUTPUTS).withBatch(1);
        MetricAccumulator flat = metric.newAccumulator();
        MetricAccumulator sequence = metric.newAccumulator();
        flat.update(data.prediction, data.target);
        sequence.update(data.prediction.reshape(steps), data.target.reshape(steps));
        assertThat(sequence.result()).isEqualTo(flat.result());
    }

    /// Of [rows][outputs].
    @FunctionalInterface
    interface Formula {
        double of(double[][] prediction, double[][] target);
    }

    @FunctionalInterface
    private interface Element {
        double of(double prediction, double target);
    }

    /// Of all elements alike.
    private static Formula elements(ToDoubleBiFunction<double[], double[]> function) {
        return (f, y) -> function.applyAsDouble(flat(f), flat(y));
    }

    /// The mean over outputs.
    private static Formula outputs(ToDoubleBiFunction<double[], double[]> function) {
        return (f, y) -> {
            double sum = 0;
            for (int output = 0; output < OUTPUTS; output++) {
                int column = output;
                sum += function.applyAsDouble(Arrays.stream(f).mapToDouble(row -> row[column]).toArray(),
                        Arrays.stream(y).mapToDouble(row -> row[column]).toArray());
            }
            return sum / OUTPUTS;
        };
    }

    /// The mean over rows.
    private static Formula rows(ToDoubleBiFunction<double[], double[]> function) {
        return (f, y) -> {
            double sum = 0;
            for (int row = 0; row < f.length; row++) {
                sum += function.applyAsDouble(f[row], y[row]);
            }
            return sum / f.length;
        };
    }

    private static double sum(double[] f, double[] y, Element element) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += element.of(f[i], y[i]);
        }
        return sum;
    }

    private static double mean(double[] f, double[] y, Element element) {
        return sum(f, y, element) / f.length;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double spread(double[] a, double[] b) {
        return sum(a, b, (p, t) -> (p - mean(a)) * (t - mean(b)));
    }

    private static double count(double[] f, double[] y, boolean predicted, boolean actual) {
        return sum(f, y, (p, t) -> p > 1 == predicted && t > 0.5 == actual ? 1 : 0);
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /// Positive numbers, targets near predictions.
    private record Data(Tensor prediction, Tensor target) {

        static Data draw() {
            SplittableRandom random = new SplittableRandom(17);
            Tensor prediction = Tensor.zeros(Shape.vector(OUTPUTS).withBatch(SAMPLES));
            Tensor target = Tensor.zeros(prediction.shape());
            for (int index = 0; index < prediction.data().length; index++) {
                prediction.data()[index] = random.nextFloat(0.25f, 2);
                target.data()[index] = prediction.data()[index] + random.nextFloat(-0.25f, 0.5f);
            }
            return new Data(prediction, target);
        }

        double[][] rows(Tensor tensor) {
            double[][] rows = new double[SAMPLES][OUTPUTS];
            for (int sample = 0; sample < SAMPLES; sample++) {
                for (int output = 0; output < OUTPUTS; output++) {
                    rows[sample][output] = tensor.get(sample, output);
                }
            }
            return rows;
        }
    }
}
