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

    private static final double EPSILON = 0x1p-24;

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
        SplittableRandom random = new SplittableRandom(5);
        double[][][] prediction = new double[7][5][3];
        double[][][] target = new double[7][5][3];
        Rows.fill(Rows.of(prediction), 2, random);
        Rows.fill(Rows.of(target), 2, random);
        target[3][2][1] = prediction[3][2][1];
        Tensor predicted = Floats.sequences(prediction);
        Tensor gradient = Tensor.zeros(predicted.shape());

        double value = loss.value(predicted, Floats.sequences(target));
        loss.gradient(predicted, Floats.sequences(target), gradient);

        double expected = reference.of(prediction, target);
        assertThat(value).isCloseTo(expected, within(1e-14 * expected));
        double[] slopes = Rows.flat(Rows.of(reference.gradient(prediction, target)));
        for (int index = 0; index < slopes.length; index++) {
            // three roundings: of the error, of 1/n, and of their product
            assertThat((double) gradient.data()[index]).isCloseTo(slopes[index],
                    within(4 * EPSILON * Math.abs(slopes[index])));
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
