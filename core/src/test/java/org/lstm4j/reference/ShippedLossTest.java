package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.loss.Huber;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanAbsoluteError;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The shipped losses against the reference's.
class ShippedLossTest {

    /// Three roundings to float32: of the error, of 1/n, and of their product.
    private static final double GRADIENT_TOLERANCE = 4 * 0x1p-24;

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new MeanSquaredError(), ReferenceLoss.meanSquaredError()),
                Arguments.of(new MeanAbsoluteError(), ReferenceLoss.meanAbsoluteError()),
                Arguments.of(new Huber(), ReferenceLoss.huber(1)),
                Arguments.of(new Huber(0.25f), ReferenceLoss.huber(0.25)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void valueAndGradientMatchTheReference(Loss loss, ReferenceLoss reference) {
        Run run = new Run(loss, reference);
        assertThat(run.value).isCloseTo(run.expected, within(1e-14 * run.expected));
        assertThat(run.gradientError()).isLessThanOrEqualTo(GRADIENT_TOLERANCE);
    }

    /// A hundredth more in the largest element of the gradient.
    @ParameterizedTest
    @MethodSource("losses")
    void findsASmallFaultInTheGradient(Loss loss, ReferenceLoss reference) {
        Run run = new Run(loss, reference);
        FaultyLayer.spoil(run.gradient.data());
        assertThat(run.gradientError()).isGreaterThan(1000 * GRADIENT_TOLERANCE);
    }

    /// A loss and its gradient on random numbers, and the reference's.
    private static final class Run {

        final double value;
        final double expected;
        final Tensor gradient;
        private final double[] slopes;

        Run(Loss loss, ReferenceLoss reference) {
            SplittableRandom random = new SplittableRandom(5);
            double[][][] prediction = new double[7][5][3];
            double[][][] target = new double[7][5][3];
            Rows.fill(Rows.of(prediction), 2, random);
            Rows.fill(Rows.of(target), 2, random);
            target[3][2][1] = prediction[3][2][1];
            Tensor predicted = Floats.sequences(prediction);
            gradient = Tensor.zeros(predicted.shape());
            value = loss.value(predicted, Floats.sequences(target));
            loss.gradient(predicted, Floats.sequences(target), gradient);
            expected = reference.of(prediction, target);
            slopes = Rows.flat(Rows.of(reference.gradient(prediction, target)));
        }

        /// The largest, relative to the slope.
        double gradientError() {
            double worst = 0;
            for (int index = 0; index < slopes.length; index++) {
                double error = Math.abs(gradient.data()[index] - slopes[index]);
                worst = Math.max(worst, error == 0 ? 0 : error / Math.abs(slopes[index]));
            }
            return worst;
        }
    }

    /// [7, 1] and [7] have the same number of elements; PyTorch would broadcast them to [7, 7].
    @ParameterizedTest
    @MethodSource("losses")
    void refusesTargetsOfAnotherShape(Loss loss, ReferenceLoss reference) {
        Tensor predicted = Tensor.zeros(Shape.vector(1).withBatch(7));
        Tensor target = Tensor.zeros(Shape.of(Axis.batch(7)));
        assertThatThrownBy(() -> loss.value(predicted, target)).as(reference.name())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[batch 7, features 1], but the targets are [batch 7]");
        assertThatThrownBy(() -> loss.gradient(predicted, target, predicted))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[batch 7]");
    }
}
