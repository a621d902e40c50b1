package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// At the ends of float32 losses stay finite, or say what they are not defined for.
class LossDomainTest {

    /// Beyond 1e12 the square of an error over a scale of 0.001 leaves float32.
    private static final float[] EXTREMES = {0, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-30f, -1e-30f, 1e-7f, 1, -1,
        17, -17, 90, -90,
        1e12f,
        -1e12f};
    private static final float[] FROM_ZERO_TO_ONE = {0, Float.MIN_VALUE, 1e-30f, 1e-8f, 0.5f, Math.nextDown(1f), 1};
    private static final float[] FROM_ZERO = {0, Float.MIN_VALUE, 1e-30f, 1, 17, 1e12f};
    private static final float[] ABOVE_MINUS_ONE = {Math.nextUp(-1f), -1e-30f, 0, Float.MIN_VALUE, 1, 1e12f};
    private static final float[] LOGARITHMS = {-1e12f, -17, -1e-30f, 0, 1, 17, 80};

    static Stream<Arguments> extremes() {
        return Stream.of(
                Arguments.of(new MeanSquaredError(), EXTREMES, EXTREMES),
                Arguments.of(new MeanAbsoluteError(), EXTREMES, EXTREMES),
                Arguments.of(new Huber(), EXTREMES, EXTREMES),
                Arguments.of(new LogCosh(), EXTREMES, EXTREMES),
                Arguments.of(new Quantile(0.01), EXTREMES, EXTREMES),
                Arguments.of(new MeanAbsolutePercentageError(1e-7f), EXTREMES, EXTREMES),
                Arguments.of(new SymmetricMeanAbsolutePercentageError(), EXTREMES, EXTREMES),
                Arguments.of(new MeanSquaredLogarithmicError(), ABOVE_MINUS_ONE, ABOVE_MINUS_ONE),
                Arguments.of(new Poisson(), FROM_ZERO, FROM_ZERO),
                Arguments.of(new PoissonOnLogs(), LOGARITHMS, FROM_ZERO),
                Arguments.of(new BinaryCrossEntropy(), FROM_ZERO_TO_ONE, FROM_ZERO_TO_ONE),
                Arguments.of(new BinaryCrossEntropyOnLogits(), EXTREMES, FROM_ZERO_TO_ONE),
                Arguments.of(new Hinge(), EXTREMES, new float[]{-1, 0, 1}));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void everyPairOfExtremesHasFiniteLossAndGradient(ElementwiseLoss loss, float[] predictions, float[] targets) {
        for (float prediction : predictions) {
            for (float target : targets) {
                assertThat(loss.of(prediction, target)).as("%s of %s and %s", loss, prediction, target).isFinite();
                assertThat(loss.slope(prediction, target)).as("slope of %s at %s and %s", loss, prediction, target)
                        .isFinite();
            }
        }
    }

    static List<Arguments> extremeRows() {
        return List.of(
                Arguments.of(new CosineSimilarity(), EXTREMES, new float[]{0, 1}),
                Arguments.of(new CosineSimilarity(), EXTREMES, new float[]{1e12f, -1e-30f}),
                Arguments.of(new CategoricalCrossEntropyOnLogits(), EXTREMES, new float[]{1, 0}),
                Arguments.of(new SparseCategoricalCrossEntropyOnLogits(), EXTREMES, new float[]{1}),
                Arguments.of(Quantiles.of(0.1, 0.9), EXTREMES, new float[]{1e12f}),
                Arguments.of(new GaussianNegativeLogLikelihood(), EXTREMES, new float[]{1e12f}),
                Arguments.of(new GaussianNegativeLogLikelihood(), EXTREMES, new float[]{0}),
                Arguments.of(MonotoneQuantiles.of(0.1, 0.9), EXTREMES, new float[]{1e12f}),
                Arguments.of(new LaplaceNegativeLogLikelihood(), EXTREMES, new float[]{-1e12f}),
                Arguments.of(new LogNormalNegativeLogLikelihood(), EXTREMES, new float[]{Float.MIN_VALUE}),
                Arguments.of(new LogNormalNegativeLogLikelihood(), EXTREMES, new float[]{Float.MAX_VALUE}),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), EXTREMES, new float[]{0}),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), EXTREMES, new float[]{17}),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), EXTREMES, new float[]{1e12f}),
                Arguments.of(new CategoricalCrossEntropy(), new float[]{1e-6f, 1e-5f, 0.5f, 1},
                        new float[]{0.5f, 0.5f}));
    }

    @ParameterizedTest
    @MethodSource("extremeRows")
    void everyRowOfExtremesHasFiniteLossAndGradient(RowLoss loss, float[] predictions, float[] target) {
        for (float first : predictions) {
            for (float second : predictions) {
                Tensor prediction = Tensor.vectors(new float[][]{{first, second}});
                Tensor gradient = Tensor.zeros(prediction.shape());
                assertThat(loss.value(prediction, Tensor.vectors(new float[][]{target}))).isFinite();
                loss.gradient(prediction, Tensor.vectors(new float[][]{target}), gradient);
                assertThat(gradient.get(0, 0)).as("%s at %s, %s", loss, first, second).isFinite();
                assertThat(gradient.get(0, 1)).as("%s at %s, %s", loss, first, second).isFinite();
            }
        }
    }

    @Test
    void studentTIsFiniteAtEveryTripleOfExtremes() {
        StudentTNegativeLogLikelihood loss = new StudentTNegativeLogLikelihood();
        for (float first : EXTREMES) {
            for (float second : EXTREMES) {
                for (float third : EXTREMES) {
                    float[] outputs = {first, second, third};
                    float[] slopes = new float[3];
                    loss.addSlopes(outputs, 0, 1e12f, 1, slopes);
                    assertThat(loss.of(outputs, 0, 1e12f)).as("%s, %s, %s", first, second, third).isFinite();
                    for (float slope : slopes) {
                        assertThat(slope).as("%s, %s, %s", first, second, third).isFinite();
                    }
                }
            }
        }
    }

    @Test
    void targetsOfNaNAreLossesOfNaN() {
        float[] outputs = {1, 1, 1};
        for (GroupedLoss loss : List.of(new StudentTNegativeLogLikelihood(), new LaplaceNegativeLogLikelihood(),
                new LogNormalNegativeLogLikelihood(), new NegativeBinomialNegativeLogLikelihood(),
                MonotoneQuantiles.of(0.1, 0.5))) {
            assertThat(loss.of(outputs, 0, Float.NaN)).as(loss.name()).isNaN();
        }
    }

    @Test
    void certainAndWrongStillLearns() {
        assertThat(new BinaryCrossEntropy().of(1, 0)).isEqualTo(100);
        assertThat(new BinaryCrossEntropy().slope(1, 0)).isEqualTo(1e12f);
        assertThat(new BinaryCrossEntropyOnLogits().of(1000, 0)).isEqualTo(1000);
        assertThat(new BinaryCrossEntropyOnLogits().slope(1000, 0)).isEqualTo(1);
        Tensor gradient = Tensor.zeros(Shape.vector(2).withBatch(1));
        new CategoricalCrossEntropy().gradient(Tensor.vectors(new float[][]{{0, 1}}),
                Tensor.vectors(new float[][]{{1, 0}}), gradient);
        assertThat(gradient.get(0, 0)).isLessThan(-9e6f);
    }

    /// One less the sigmoid of 20 is 2.06e-9, which float32 arithmetic near 1 has no digits for.
    @Test
    void nearCertaintyGradientsKeepTheirDigits() {
        assertThat(new BinaryCrossEntropyOnLogits().slope(20, 1))
                .isCloseTo(-2.0611537e-9f, withPercentage(1e-4));
        Tensor gradient = Tensor.zeros(Shape.vector(2).withBatch(1));
        new SparseCategoricalCrossEntropyOnLogits().gradient(Tensor.vectors(new float[][]{{20, 0}}),
                Tensor.vectors(new float[][]{{0}}), gradient);
        assertThat(gradient.get(0, 0)).isCloseTo(-2.0611537e-9f,
                withPercentage(1e-4));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(new MeanAbsolutePercentageError(), 1f, 0f, "a target is 0.0"),
                Arguments.of(new MeanSquaredLogarithmicError(), -1f, 0f, "a prediction is -1.0"),
                Arguments.of(new MeanSquaredLogarithmicError(), 0f, -3f, "a target is -3.0"),
                Arguments.of(new Poisson(), -0.5f, 1f, "poisson-logs"),
                Arguments.of(new Poisson(), 0.5f, -1f, "a target is -1.0"),
                Arguments.of(new PoissonOnLogs(), 0.5f, -1f, "a target is -1.0"),
                Arguments.of(new BinaryCrossEntropy(), 1.5f, 1f, "bce-logits"),
                Arguments.of(new BinaryCrossEntropy(), 0.5f, -1f, "a target is -1.0"),
                Arguments.of(new BinaryCrossEntropyOnLogits(), 0.5f, 2f, "a target is 2.0"),
                Arguments.of(new Hinge(), 0.5f, 0.5f, "a target is 0.5"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatItIsNotDefinedFor(ElementwiseLoss loss, float prediction, float target, String says) {
        assertThatThrownBy(() -> loss.of(prediction, target)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
        assertThatThrownBy(() -> loss.slope(prediction, target)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    static Stream<Arguments> impossibleRows() {
        return Stream.of(
                Arguments.of(new CategoricalCrossEntropy(), new float[]{0, 0}, new float[]{1, 0},
                        "all predictions of row 0"),
                Arguments.of(new CategoricalCrossEntropy(), new float[]{-1, 2}, new float[]{1, 0}, "cce-logits"),
                Arguments.of(new CategoricalCrossEntropyOnLogits(), new float[]{-1, 2}, new float[]{3, 0},
                        "sparse-cce-logits"),
                Arguments.of(new CategoricalCrossEntropyOnLogits(), new float[]{7}, new float[]{1}, "bce-logits"),
                Arguments.of(new SparseCategoricalCrossEntropyOnLogits(), new float[]{-1, 2}, new float[]{2},
                        "from 0 to 1"),
                Arguments.of(new SparseCategoricalCrossEntropyOnLogits(), new float[]{-1, 2}, new float[]{0.5f},
                        "not the number of a class"),
                Arguments.of(new SparseCategoricalCrossEntropyOnLogits(), new float[]{-1, 2}, new float[]{1, 0},
                        "needs targets [batch 1, targets 1], but they are [batch 1, features 2]"),
                Arguments.of(new GaussianNegativeLogLikelihood(), new float[]{1, 2, 3}, new float[]{1},
                        "takes 2 outputs for each target value, but the network has 3"),
                Arguments.of(new StudentTNegativeLogLikelihood(), new float[]{1, 2}, new float[]{1},
                        "takes 3 outputs for each target value, but the network has 2"),
                Arguments.of(new LogNormalNegativeLogLikelihood(), new float[]{1, 2}, new float[]{0},
                        "a target is 0.0, but the loss log-normal is for targets above 0; scale them without shifting"),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), new float[]{1, 2}, new float[]{-1},
                        "a target is -1.0, but the loss negative-binomial is for counts, 0, 1, 2, …; leave them unscaled"),
                Arguments.of(new NegativeBinomialNegativeLogLikelihood(), new float[]{1, 2}, new float[]{2.5f},
                        "a target is 2.5, but the loss negative-binomial is for counts, 0, 1, 2, …; leave them unscaled"),
                Arguments.of(Quantiles.of(0.1, 0.9), new float[]{1, 2}, new float[]{1, 2},
                        "needs targets [batch 1, targets 1]"),
                Arguments.of(WeightedSum.of(1, new MeanSquaredError()).plus(1, Quantiles.of(0.1, 0.9)),
                        new float[]{1, 2},
                        new float[]{1, 2}, "cannot be added"));
    }

    @ParameterizedTest
    @MethodSource("impossibleRows")
    void refusesRowsItIsNotDefinedFor(RowLoss loss, float[] prediction, float[] target, String says) {
        Tensor predicted = Tensor.vectors(new float[][]{prediction});
        Tensor wanted = Tensor.vectors(new float[][]{target});
        assertThatThrownBy(() -> loss.value(predicted, wanted)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
        assertThatThrownBy(() -> loss.gradient(predicted, wanted, Tensor.zeros(predicted.shape())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }

    /// Training looks at the loss to see that it diverged.
    @ParameterizedTest
    @MethodSource("extremes")
    void predictionOfNaNIsLossOfNaN(ElementwiseLoss loss, float[] predictions, float[] targets) {
        assertThat(loss.of(Double.NaN, targets[targets.length - 1])).as("%s", loss).isNaN();
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThatThrownBy(() -> new Quantile(1)).hasMessageContaining("above 0 and below 1, but was 1.0");
        assertThatThrownBy(() -> Quantiles.of(0.9, 0.1)).hasMessageContaining("must rise, but 0.1 comes after 0.9");
        assertThatThrownBy(() -> Quantiles.of()).hasMessageContaining("at least one level");
        assertThatThrownBy(() -> new GaussianNegativeLogLikelihood(0)).hasMessageContaining("above 0, but was 0.0");
        assertThatThrownBy(() -> new StudentTNegativeLogLikelihood(-1)).hasMessageContaining("above 0, but was -1.0");
        assertThatThrownBy(() -> new LaplaceNegativeLogLikelihood(Double.NaN)).hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> new LogNormalNegativeLogLikelihood(0)).hasMessageContaining("above 0, but was 0.0");
        assertThatThrownBy(() -> MonotoneQuantiles.of(0.5, 0.5))
                .hasMessageContaining("must rise, but 0.5 comes after 0.5");
        assertThatThrownBy(() -> new MeanAbsolutePercentageError(-1)).hasMessageContaining("not below 0, but was -1.0");
        assertThatThrownBy(() -> WeightedSum.of(-1, new Hinge())).hasMessageContaining("weight of the loss hinge");
        assertThatThrownBy(() -> new WeightedSum(List.of())).hasMessageContaining("at least one loss");
    }
}
