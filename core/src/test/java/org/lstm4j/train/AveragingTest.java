package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AverageShare;

/// Fits whose weights are averaged over updates.
class AveragingTest {

    private final SmallFit small = new SmallFit();
    private final SmallFit plain = new SmallFit();
    private final FitOptions options = FitOptions.epochs(3).withBatchSize(30).withValidation(small.validation());

    @Test
    void endsWithTheMeanOfTheWeightsAfterAllUpdates() {
        List<float[]> seen = new ArrayList<>();
        small.model().fit(small.training(), options.withAveraging(AverageShare.equal()), LambdaCallback.none()
                .withBatchEnd((batch, loss, control) -> seen.add(firstWeights(small).clone())));
        assertThat(seen).hasSize(9);
        float[] ended = firstWeights(small);
        for (int index = 0; index < ended.length; index++) {
            double sum = 0;
            for (float[] weights : seen) {
                sum += weights[index];
            }
            assertThat((double) ended[index]).isCloseTo(sum / 9, within(1e-6));
        }
    }

    @Test
    void trainingGoesOnFromTheWeightsThemselves() {
        List<String> averaged = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        small.model().fit(small.training(), options.withAveraging(AverageShare.exponential(0.9)),
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> averaged.add(small.hash())));
        plain.model().fit(plain.training(), options,
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> alone.add(plain.hash())));
        assertThat(averaged).isEqualTo(alone);
        assertThat(small.hash()).isNotEqualTo(plain.hash());
    }

    @Test
    void validationAndCallbacksSeeTheAverage() {
        List<Double> losses = new ArrayList<>();
        Model model = small.model();
        History history = model.fit(small.training(), options.withAveraging(AverageShare.exponential(0.9)),
                LambdaCallback.none().withEpochEnd(
                        (epoch, control) -> losses.add(model.evaluate(small.validation()))));
        assertThat(history.epochs()).extracting(History.Epoch::validationLoss).isEqualTo(losses);
        assertThat(model.evaluate(small.validation())).isEqualTo(losses.getLast());
    }

    @Test
    void earlyStoppingRestoresAnAverage() {
        Model model = small.model(new Adam(0.3));
        History history = model.fit(small.training(), FitOptions.epochs(80).withBatchSize(30)
                .withValidation(small.validation()).withEarlyStopping(2)
                .withAveraging(AverageShare.exponential(0.5)));
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(model.evaluate(small.validation()))
                .isEqualTo(history.epochs().get(history.bestEpoch() - 1).validationLoss());
    }

    /// A decay of 0 keeps the newest weights alone.
    @Test
    void anAverageOfTheNewestIsNone() {
        small.model().fit(small.training(), options.withAveraging(AverageShare.exponential(0)));
        plain.model().fit(plain.training(), options);
        assertThat(small.hash()).isEqualTo(plain.hash());
    }

    private static float[] firstWeights(SmallFit fit) {
        return fit.network().parameters().getFirst().value();
    }
}
