package org.lstm4j.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.Quantile;
import org.lstm4j.nn.loss.Quantiles;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Where metrics are undefined, what they refuse, and how they are found by name.
class MetricEdgesTest {

    @Test
    void percentageOfZeroIsUndefined() {
        assertThat(result(ErrorMetrics.MAPE, new float[][]{{1}, {1}}, new float[][]{{2}, {0}})).isNaN();
        assertThat(result(ErrorMetrics.SMAPE, new float[][]{{1}, {0}}, new float[][]{{3}, {0}})).isEqualTo(50);
    }

    @Test
    void logarithmOfNothingIsUndefined() {
        assertThat(result(ErrorMetrics.MSLE, new float[][]{{-1}}, new float[][]{{-1}})).isNaN();
        assertThat(result(ErrorMetrics.MSLE, new float[][]{{0}}, new float[][]{{-2}})).isNaN();
    }

    /// The second output's targets never change; the first is right but for one of its four.
    @Test
    void outputsThatDoNotVaryAreLeftOutOfRSquared() {
        float[][] predictions = {{1, 7}, {2, 8}, {3, 9}, {6, 7}};
        float[][] targets = {{1, 0.1f}, {2, 0.1f}, {3, 0.1f}, {4, 0.1f}};
        assertThat(result(new RSquared(), predictions, targets)).isCloseTo(1 - 4 / 5.0, within(1e-15));
        assertThat(result(new RSquared(), new float[][]{{1}, {2}}, new float[][]{{3}, {3}})).isNaN();
        assertThat(result(new PearsonCorrelation(), new float[][]{{1}, {1}}, new float[][]{{3}, {4}})).isNaN();
    }

    /// The same rise from another level: fully correlated, far from equal. 2·2 / (2 + 2 + 3·10²).
    @Test
    void concordanceSeesTheLevelThatCorrelationDoesNot() {
        float[][] predictions = {{11}, {12}, {13}};
        float[][] targets = {{1}, {2}, {3}};
        assertThat(result(new PearsonCorrelation(), predictions, targets)).isEqualTo(1);
        assertThat(result(new ConcordanceCorrelation(), predictions, targets)).isCloseTo(4 / 304.0, within(1e-15));
        assertThat(result(new ConcordanceCorrelation(), targets, targets)).isEqualTo(1);
    }

    @Test
    void accuracyTakesNumbersOfClasses() {
        float[][] logits = {{1, 2, 0}, {5, 4, 3}, {0, 1, 7}};
        assertThat(result(new CategoricalAccuracy(), logits, new float[][]{{1}, {1}, {2}})).isCloseTo(2 / 3.0,
                within(1e-15));
        assertThat(result(new CategoricalAccuracy(), logits, new float[][]{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}))
                .isEqualTo(1);
    }

    @Test
    void nothingDetectedScoresZero() {
        float[][] none = {{0}, {0}};
        for (Detection.Score score : Detection.Score.values()) {
            assertThat(result(new Detection(score), none, none)).isZero();
        }
    }

    @Test
    void predictionOfNaNIsNotLost() {
        assertThat(result(new MaxError(), new float[][]{{1}, {Float.NaN}, {2}}, new float[][]{{0}, {0}, {0}}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(result(ErrorMetrics.RMSE, new float[][]{{1}, {Float.NaN}}, new float[][]{{0}, {0}})).isNaN();
    }

    /// Four outputs for two targets, which elementwise metrics refuse.
    @Test
    void lossWithSeveralOutputsForEachTargetIsAMetric() {
        float[][] predictions = {{1, 2, 3, 4}};
        float[][] targets = {{1, 4}};
        assertThat(result(new LossMetric(Quantiles.of(0.1, 0.9)), predictions, targets))
                .isCloseTo((0 + 0.1 + 0.1 + 0) / 4, within(1e-15));
        assertThatThrownBy(() -> result(ErrorMetrics.MAE, predictions, targets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[batch 1, features 4], but the targets are [batch 1, features 2]");
        assertThatThrownBy(() -> result(new LossMetric(Quantiles.of(0.1, 0.9)), predictions, predictions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs targets [batch 1, targets 2]");
    }

    /// Three rows and one: the second batch counts a third of the first.
    @Test
    void lossOfWholeBatchesIsAveragedByTheirRows() {
        Loss sum = new Loss() {

            @Override
            public String name() {
                return "first-of-batch";
            }

            @Override
            public double value(Tensor prediction, Tensor target) {
                return prediction.data()[0];
            }

            @Override
            public void gradient(Tensor prediction, Tensor target, Tensor gradient) {}
        };
        MetricAccumulator accumulator = new LossMetric(sum).newAccumulator();
        accumulator.update(Tensor.vectors(new float[][]{{1}, {0}, {0}}), Tensor.vectors(new float[][]{{0}, {0}, {0}}));
        accumulator.update(Tensor.vectors(new float[][]{{5}}), Tensor.vectors(new float[][]{{0}}));
        assertThat(accumulator.result()).isEqualTo((3 * 1 + 5) / 4.0);
        assertThat(new LossMetric(sum).name()).isEqualTo("first_of_batch");
    }

    @Test
    void maskedStepsAreNotLookedAt() {
        MetricAccumulator accumulator = ErrorMetrics.MAE.newAccumulator();
        Tensor mask = Tensor.of(Shape.of(Axis.batch(1), Axis.steps(3)), 1, 1, 0);
        accumulator.update(Tensor.sequences(new float[][][]{{{1}, {2}, {3}}}),
                Tensor.sequences(new float[][][]{{{0}, {0}, {Float.NaN}}}), LossWeights.masked(mask));
        assertThat(accumulator.result()).isEqualTo(1.5);
    }

    @Test
    void everyMetricRefusesWeightsOfAnotherShape() {
        LossWeights weights = LossWeights.of(Tensor.of(Shape.of(Axis.batch(2)), 1, 1));
        Tensor three = Tensor.vectors(new float[][]{{1}, {2}, {3}});
        for (String name : MetricNames.known()) {
            MetricAccumulator accumulator = MetricNames.parse(name).newAccumulator();
            assertThatThrownBy(() -> accumulator.update(three, three, weights)).as(name)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the weights are [batch 2]");
        }
    }

    @Test
    void customMetricIsOneExpression() {
        Metric withinOne = ElementwiseMetric.of("within_one",
                (prediction, target) -> Math.abs(prediction - target) <= 1 ? 1 : 0);
        assertThat(result(withinOne, new float[][]{{1}, {2}, {3}, {4}}, new float[][]{{1}, {1}, {1}, {1}}))
                .isEqualTo(0.5);
        assertThat(withinOne.name()).isEqualTo("within_one");
    }

    @ParameterizedTest
    @MethodSource("org.lstm4j.train.metric.MetricNames#known")
    void everyKnownNameIsThatOfItsMetric(String name) {
        assertThat(MetricNames.parse(name.toUpperCase(Locale.ROOT)).name()).isEqualTo(name);
    }

    @Test
    void lossesAreMetricsByName() {
        assertThat(MetricNames.parse("quantile:0.9")).isEqualTo(new LossMetric("quantile:0.9", new Quantile(0.9)));
        assertThat(MetricNames.parse("bce-logits").name()).isEqualTo("bce_logits");
        assertThat(MetricNames.parse("log-cosh")).isEqualTo(ErrorMetrics.LOG_COSH);
    }

    @Test
    void unknownNameListsTheKnownAndTheClosest() {
        assertThatThrownBy(() -> MetricNames.parse("rsme")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no metric 'rsme'; expected one of mse, mae, rmse, ")
                .hasMessageContaining("did you mean 'rmse'?");
    }

    @Test
    void onlyScoresAreBetterWhenLarger() {
        List<String> larger = MetricNames.known().stream().filter(name -> MetricNames.parse(name).largerIsBetter())
                .toList();
        assertThat(larger).containsExactly("r2", "pearson", "concordance", "cosine_similarity", "binary_accuracy",
                "accuracy", "precision", "recall", "f1");
    }

    private static double result(Metric metric, float[][] predictions, float[][] targets) {
        MetricAccumulator accumulator = metric.newAccumulator();
        accumulator.update(Tensor.vectors(predictions), Tensor.vectors(targets));
        return accumulator.result();
    }
}
