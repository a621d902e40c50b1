package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.train.metric.ElementwiseMetric;
import org.lstm4j.train.metric.ErrorMetrics;
import org.lstm4j.train.metric.Metric;

/// What fit and evaluation say beside the loss.
class FitMetricsTest {

    private final SmallFit small = new SmallFit();
    private final FitOptions validated = FitOptions.epochs(3).withValidation(small.validation());

    @Test
    void epochsHaveTheMetricsOfBothParts() {
        History history = model(new Adam(0.01), ErrorMetrics.MAE, ErrorMetrics.RMSE).fit(small.training(), validated);
        assertThat(history.epochs()).hasSize(3).allSatisfy(epoch -> {
            assertThat(epoch.logs().keySet()).containsExactly(
                    "loss", "val_loss", "mae", "rmse", "val_mae", "val_rmse", "learning_rate");
            assertThat(epoch.metrics().get("val_rmse")).isCloseTo(Math.sqrt(epoch.validationLoss()), within(1e-6));
            assertThat(epoch.metrics().get("rmse")).isCloseTo(Math.sqrt(epoch.loss()), within(1e-6));
        });
    }

    /// With weights that stand still, what the batches said is what evaluating says.
    @Test
    void trainingMetricsAreExactOverUnequalBatches() {
        Model model = model(new Sgd(1e-30), ErrorMetrics.RMSE);
        History history = model.fit(small.training(), FitOptions.epochs(1).withBatchSize(30));
        assertThat(history.epochs().getFirst().metrics().get("rmse"))
                .isCloseTo(model.evaluateAll(small.training()).get("rmse"), within(1e-9));
    }

    @Test
    void everyEpochMeasuresAnew() {
        Model model = model(new Sgd(1e-30), ErrorMetrics.MAE);
        List<History.Epoch> epochs = model.fit(small.training(), validated.withShuffle(false)).epochs();
        assertThat(epochs.get(1).metrics()).isEqualTo(epochs.get(0).metrics());
    }

    @Test
    void evaluatingTellsLossAndMetricsByName() {
        Model model = model(new Adam(0.01), ErrorMetrics.MAE, ErrorMetrics.MSE);
        Map<String, Double> scores = model.evaluateAll(small.validation());
        assertThat(scores.keySet()).containsExactly("loss", "mae", "mse");
        assertThat(scores.get("loss")).isEqualTo(model.evaluate(small.validation()))
                .isCloseTo(scores.get("mse"), within(1e-9));
    }

    @Test
    void epochsWithoutValidationLackItsMetrics() {
        History history = model(new Adam(0.01), ErrorMetrics.MAE)
                .fit(small.training(), validated.withValidationFrequency(2));
        assertThat(history.epochs()).extracting(epoch -> epoch.logs().containsKey("val_mae"))
                .containsExactly(false, true, false);
    }

    @Test
    void earlyStoppingWatchesThem() {
        Model model = model(new Adam(0.3), ErrorMetrics.MAE);
        History history = model.fit(small.training(), FitOptions.epochs(60).withValidation(small.validation()),
                new EarlyStopping(Monitor.lowest("val_mae"), 3));
        History.Epoch best = history.epochs().stream()
                .min(Comparator.comparingDouble(epoch -> epoch.metrics().get("val_mae"))).orElseThrow();
        assertThat(history.bestEpoch()).isEqualTo(best.epoch());
        assertThat(model.evaluateAll(small.validation())).containsEntry("mae", best.metrics().get("val_mae"));
    }

    @Test
    void measuringChangesNoWeights() {
        SmallFit other = new SmallFit();
        model(new Adam(0.01), ErrorMetrics.MAE).fit(small.training(), validated);
        other.model().fit(other.training(), validated);
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void namesMustTellThemApart() {
        assertThatThrownBy(() -> model(new Adam(0.01), ErrorMetrics.MAE, ErrorMetrics.MAE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'mae'");
        List<String> refused = new ArrayList<>();
        for (String name : List.of("loss", "learning_rate", "val_mae")) {
            Metric metric = ElementwiseMetric.of(name, (prediction, target) -> 0);
            assertThatThrownBy(() -> model(new Adam(0.01), metric)).hasMessageContaining(name);
            refused.add(name);
        }
        assertThat(refused).hasSize(3);
    }

    private Model model(OptimizerSpec optimizer, Metric... metrics) {
        return Model.compile(small.network(), optimizer, new MeanSquaredError(), List.of(metrics));
    }
}
