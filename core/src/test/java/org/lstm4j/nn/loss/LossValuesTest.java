package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Numbers small enough to check by hand. Those named after Keras are the examples of its documentation.
class LossValuesTest {

    private static final double CLOSE = 1e-6;

    @Test
    void meanSquaredErrorOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {1, 0}});
        assertThat(new MeanSquaredError().value(prediction, target)).isEqualTo(0.5);
        assertThat(new MeanSquaredError().value(prediction, target, weights(0.7f, 0.3f))).isCloseTo(0.25,
                within(CLOSE));
    }

    @Test
    void meanAbsolutePercentageErrorOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{2, 1}, {2, 3}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {1, 0}});
        assertThat(new MeanAbsolutePercentageError().value(prediction, target)).isEqualTo(50);
        assertThat(new MeanAbsolutePercentageError().value(prediction, target, weights(0.7f, 0.3f)))
                .isCloseTo(20, within(CLOSE));
    }

    @Test
    void floorTakesErrorsNearZeroAbsolutely() {
        Tensor target = Tensor.vectors(new float[][]{{0, 0.25f, -2}});
        Tensor prediction = Tensor.vectors(new float[][]{{0.5f, 0.75f, -1}});
        assertThat(new MeanAbsolutePercentageError(0.5f).value(prediction, target)).isEqualTo((100 + 100 + 50) / 3.0);
    }

    @Test
    void symmetricErrorIsFromZeroTo200() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1, 3, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{0, -1, 1, 2}});
        assertThat(new SymmetricMeanAbsolutePercentageError().value(prediction, target))
                .isEqualTo((0 + 200 + 100 + 200) / 4.0);
        Tensor gradient = gradient(new SymmetricMeanAbsolutePercentageError(), prediction, target);
        // 200·|f − y|/(|f| + |y|) falls by 200·2y/(f + y)² a unit at f = 1, y = 3; the rest is flat
        assertThat(gradient.data()).containsExactly(0, 0, -75f / 4, 0);
    }

    @Test
    void meanSquaredLogarithmicErrorOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {1, 0}});
        assertThat(new MeanSquaredLogarithmicError().value(prediction, target)).isCloseTo(0.240, within(5e-4));
        assertThat(new MeanSquaredLogarithmicError().value(prediction, target, weights(0.7f, 0.3f)))
                .isCloseTo(0.120, within(5e-4));
    }

    @Test
    void logCoshOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {0, 0}});
        assertThat(new LogCosh().value(prediction, target)).isCloseTo(0.108, within(5e-4));
    }

    @Test
    void poissonOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {0, 0}});
        assertThat(new Poisson().value(prediction, target)).isCloseTo(0.5, within(CLOSE));
    }

    /// Both meet in the same rate, 2 for a count of 3: 2 − 3·ln 2.
    @Test
    void poissonTakesRatesOrTheirLogarithms() {
        Tensor target = Tensor.vectors(new float[][]{{3}});
        assertThat(new Poisson().value(Tensor.vectors(new float[][]{{2}}), target)).isCloseTo(-0.0794415,
                within(CLOSE));
        assertThat(new PoissonOnLogs().value(Tensor.vectors(new float[][]{{0.6931472f}}), target))
                .isCloseTo(-0.0794415, within(CLOSE));
    }

    @Test
    void binaryCrossEntropyOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1, 0, 0}});
        Tensor logits = Tensor.vectors(new float[][]{{-18.6f, 0.51f, 2.94f, -12.8f}});
        assertThat(new BinaryCrossEntropyOnLogits().value(logits, target)).isCloseTo(0.865458, within(CLOSE));
        Tensor probabilities = Tensor.vectors(new float[][]{{0.6f, 0.3f, 0.2f, 0.8f}});
        assertThat(new BinaryCrossEntropy().value(probabilities, target)).isCloseTo(0.9882, within(5e-5));
    }

    @Test
    void hingeOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{0.6f, 0.4f}, {0.4f, 0.6f}});
        assertThat(new Hinge().value(prediction, target)).isCloseTo(1.3, within(CLOSE));
        assertThat(new Hinge().value(prediction, target, weights(1, 0))).isCloseTo(0.55, within(CLOSE));
    }

    @Test
    void categoricalCrossEntropyOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1, 0}, {0, 0, 1}});
        Tensor prediction = Tensor.vectors(new float[][]{{0.05f, 0.95f, 0}, {0.1f, 0.8f, 0.1f}});
        assertThat(new CategoricalCrossEntropy().value(prediction, target)).isCloseTo(1.177, within(5e-4));
        assertThat(new CategoricalCrossEntropy().value(prediction, target, weights(0.3f, 0.7f)))
                .isCloseTo(0.814, within(5e-4));
    }

    /// Logits 0, ln 2, ln 5 are the probabilities 1/8, 2/8, 5/8; class 2 costs ln 8 − ln 5.
    @Test
    void categoricalCrossEntropyOnLogitsTakesClassesInTwoWays() {
        Tensor logits = Tensor.vectors(new float[][]{{0, 0.6931472f, 1.609438f}});
        Tensor hot = Tensor.vectors(new float[][]{{0, 0, 1}});
        Tensor number = Tensor.vectors(new float[][]{{2}});
        assertThat(new CategoricalCrossEntropyOnLogits().value(logits, hot)).isCloseTo(0.4700036, within(CLOSE));
        assertThat(new SparseCategoricalCrossEntropyOnLogits().value(logits, number)).isCloseTo(0.4700036,
                within(CLOSE));
        assertThat(gradient(new SparseCategoricalCrossEntropyOnLogits(), logits, number).data())
                .containsExactly(new float[]{0.125f, 0.25f, -0.375f}, within(1e-7f))
                .isEqualTo(gradient(new CategoricalCrossEntropyOnLogits(), logits, hot).data());
    }

    @Test
    void cosineSimilarityOfKeras() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {1, 1}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 0}, {1, 1}});
        assertThat(new CosineSimilarity().value(prediction, target)).isCloseTo(-0.5, within(CLOSE));
        assertThat(new CosineSimilarity().value(prediction, target, weights(0.8f, 0.2f))).isCloseTo(-0.1,
                within(CLOSE));
    }

    /// Too low by 2 costs 0.9 a unit, too high by 1 costs 0.1.
    @Test
    void quantileCostsMoreOnOneSide() {
        Tensor target = Tensor.vectors(new float[][]{{3}, {3}, {3}});
        Tensor prediction = Tensor.vectors(new float[][]{{1}, {4}, {3}});
        Quantile loss = new Quantile(0.9);
        assertThat(loss.value(prediction, target)).isCloseTo((1.8 + 0.1 + 0) / 3, within(1e-15));
        assertThat(gradient(loss, prediction, target).data())
                .containsExactly(new float[]{-0.3f, 0.1f / 3, 0}, within(1e-7f));
    }

    /// Two target values with three levels each, levels innermost.
    @Test
    void quantilesTakeSeveralOutputsForEachTarget() {
        Quantiles loss = Quantiles.of(0.1, 0.5, 0.9);
        Tensor target = Tensor.vectors(new float[][]{{3, 10}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 3, 4, 10, 10, 12}});
        assertThat(loss.value(prediction, target)).isCloseTo((0.2 + 0 + 0.1 + 0 + 0 + 0.2) / 6, within(1e-15));
        assertThat(gradient(loss, prediction, target).data())
                .containsExactly(new float[]{-0.1f / 6, 0, 0.1f / 6, 0, 0, 0.1f / 6}, within(1e-8f));
        assertThat(loss.targetShape(Shape.vector(6).withBatch(5)).sameSizes(Shape.vector(2).withBatch(5))).isTrue();
    }

    /// With s = ln(e − 1) the scale is 1 (and the smallest scale): ½·ln 2π + ½·2² for a target two scales away.
    @Test
    void gaussianIsTheDensityOfTheNormalDistribution() {
        Tensor prediction = Tensor.vectors(new float[][]{{1, 0.5413249f}});
        GaussianNegativeLogLikelihood loss = new GaussianNegativeLogLikelihood(1e-9);
        assertThat(loss.value(prediction, Tensor.vectors(new float[][]{{3}}))).isCloseTo(2.9189385, within(CLOSE));
        assertThat(loss.scale(0.5413249)).isCloseTo(1, within(CLOSE));
    }

    @Test
    void sumAddsWeightedLosses() {
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0, 0}});
        Tensor prediction = Tensor.vectors(new float[][]{{1, 1}, {2, 0}});
        WeightedSum loss = WeightedSum.of(0.5, new MeanSquaredError()).plus(2, new MeanAbsoluteError());
        assertThat(loss.value(prediction, target)).isEqualTo(0.5 * 1.25 + 2 * 0.75);
        assertThat(gradient(loss, prediction, target).data()).containsExactly((0.5f * 2 + 2) / 4, 0, (0.5f * 4 + 2) / 4,
                0);
        assertThat(loss.name()).isEqualTo("0.5*mse+2.0*mae");
    }

    @Test
    void everyLossOfStepsIsTheMeanOverThem() {
        Tensor flat = Tensor.vectors(new float[][]{{1, 0}, {0.5f, 1}});
        Tensor target = Tensor.vectors(new float[][]{{0, 1}, {0.5f, 2}});
        Shape steps = Shape.sequence(2, 2).withBatch(1);
        for (Loss loss : List.of(new MeanSquaredError(), new CosineSimilarity(), new LogCosh())) {
            assertThat(loss.value(flat.reshape(steps), target.reshape(steps))).isEqualTo(loss.value(flat, target));
        }
    }

    private static LossWeights weights(float... weights) {
        return LossWeights.of(Tensor.of(Shape.of(Axis.batch(weights.length)), weights));
    }

    private static Tensor gradient(Loss loss, Tensor prediction, Tensor target) {
        Tensor gradient = Tensor.zeros(prediction.shape());
        loss.gradient(prediction, target, gradient);
        return gradient;
    }
}
