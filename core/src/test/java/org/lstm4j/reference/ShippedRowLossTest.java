package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The shipped losses against textbook formulas in double: values against the formula, gradients against central differences
/// of it, without weights and with.
class ShippedRowLossTest {

    private static final int BATCH = 7;
    private static final int STEPS = 5;
    private static final int ROWS = BATCH * STEPS;
    private static final double VALUE_TOLERANCE = 1e-12;

    /// A few roundings to float32, of 6e-8 each; in sums of losses those of terms that nearly cancel.
    private static final double GRADIENT_TOLERANCE = 5e-6;

    static List<LossCase> all() {
        return LossCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void valueAndGradientMatchTheReference(LossCase example) {
        check(example, ones(), ROWS, LossWeights.NONE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void weightsOfSamplesAreDividedByAllRows(LossCase example) {
        Tensor weights = Tensor.of(Shape.of(Axis.batch(BATCH)), 1, 0.5f, 0, 2, 1, 0, 3);
        double[] ofRows = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ofRows[row] = weights.data()[row / STEPS];
        }
        check(example, ofRows, ROWS, LossWeights.of(weights));
    }

    @ParameterizedTest
    @MethodSource("all")
    void masksAreDividedByTheStepsTheyLeave(LossCase example) {
        Tensor mask = Tensor.zeros(Shape.of(Axis.batch(BATCH), Axis.steps(STEPS)));
        double[] ofRows = new double[ROWS];
        int counted = 0;
        for (int row = 0; row < ROWS; row++) {
            boolean counts = row % STEPS <= row / STEPS;
            mask.data()[row] = counts ? 1 : 0;
            ofRows[row] = mask.data()[row];
            counted += counts ? 1 : 0;
        }
        check(example, ofRows, counted, LossWeights.masked(mask));
    }

    /// A hundredth more in the largest element of the gradient.
    @ParameterizedTest
    @MethodSource("all")
    void findsASmallFaultInTheGradient(LossCase example) {
        Worst worst = new Run(example, ones(), ROWS, LossWeights.NONE).withFault().gradientError();
        assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * GRADIENT_TOLERANCE);
    }

    /// A new loss needs a case, here or in [ShippedLossTest].
    @Test
    void everyLossIsACase() {
        Stream<Loss> cases = Stream.concat(
                LossCase.all().stream().map(LossCase::shipped),
                ShippedLossTest.losses().map(arguments -> (Loss) arguments.get()[0]));
        List<String> losses = ShippedClasses.besideOf(Loss.class);
        assertThat(losses).hasSizeGreaterThan(15);
        assertThat(cases).extracting(loss -> loss.getClass().getSimpleName()).containsAll(losses);
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void check(LossCase example, double[] ofRows, int counted, LossWeights weights) {
        Run run = new Run(example, ofRows, counted, weights);
        double expected = run.expected();
        assertThat(run.value).isCloseTo(expected, within(VALUE_TOLERANCE * Math.abs(expected)));
        Worst worst = run.gradientError();
        assertThat(worst.error()).as("%s", worst).isLessThan(GRADIENT_TOLERANCE);
    }

    /// A loss and its gradient on random numbers.
    private static final class Run {

        private final LossCase example;
        private final double[] ofRows;
        private final int counted;
        private final SplittableRandom random = new SplittableRandom(11);
        private final double[][] prediction;
        private final double[][] target;
        private final Tensor gradient;
        final double value;

        Run(LossCase example, double[] ofRows, int counted, LossWeights weights) {
            this.example = example;
            this.ofRows = ofRows;
            this.counted = counted;
            prediction = example.drawPredictions(ROWS, random);
            target = example.drawTargets(ROWS, random);
            Tensor predicted = sequences(prediction);
            gradient = Tensor.zeros(predicted.shape());
            value = example.shipped().value(predicted, sequences(target), weights);
            example.shipped().gradient(predicted, sequences(target), weights, gradient);
        }

        Run withFault() {
            FaultyLayer.spoil(gradient.data());
            return this;
        }

        double expected() {
            return example.reference().of(prediction, target, ofRows, counted);
        }

        Worst gradientError() {
            double[][] slopes = new double[ROWS][example.outputs()];
            for (int row = 0; row < ROWS; row++) {
                for (int output = 0; output < example.outputs(); output++) {
                    slopes[row][output] = gradient.data()[row * example.outputs() + output];
                }
            }
            return new CentralDifferences(this::expected, random).check(
                    List.of(new CheckedTensor(example.reference().name(), prediction, slopes)), Integer.MAX_VALUE);
        }
    }

    private static Tensor sequences(double[][] rows) {
        return Floats.tensor(Shape.sequence(STEPS, rows[0].length).withBatch(BATCH), Rows.of(rows));
    }
}
