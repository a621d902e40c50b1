package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.optim.LearningRateSchedule;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Tensor;

/// What each option of a fit does. 80 training samples throughout.
class FitOptionsTest {

    private final SmallFit small = new SmallFit();
    private final SmallFit other = new SmallFit();

    @Test
    void aSplitValidatesWithTheLastSamplesAndTrainsOnTheRest() {
        Tensor inputs = small.data().trainInputs();
        Tensor targets = small.data().trainTargets();
        History split = small.model().fit(small.training(), FitOptions.epochs(3).withValidationSplit(0.25));
        History apart = other.model().fit(
                Samples.of(inputs.rows(0, 60), targets.rows(0, 60)),
                FitOptions.epochs(3).withValidation(Samples.of(inputs.rows(60, 80), targets.rows(60, 80))));
        assertThat(small.hash()).isEqualTo(other.hash());
        assertThat(split.epochs()).extracting(History.Epoch::validationLoss)
                .isEqualTo(apart.epochs().stream().map(History.Epoch::validationLoss).toList());
    }

    /// As Keras rounds: 80 · (1 − 0.33) = 53.6.
    @Test
    void theTrainingPartOfASplitIsRoundedDown() {
        ValidationPlan plan = ValidationPlan.NONE.withSplit(0.33);
        assertThat(plan.training(small.training()).count()).isEqualTo(53);
        assertThat(plan.validation(small.training())).satisfies(part -> assertThat(part.count()).isEqualTo(27));
    }

    @Test
    void aSplitMustLeaveSamplesForBothParts() {
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1).withValidationSplit(0.99)))
                .hasMessageContaining("a validation split of 0.99 of 80 samples leaves none to train on");
        assertThatThrownBy(() -> small.model().fit(
                new SampleRange(small.training(), 0, 1), FitOptions.epochs(1).withValidationSplit(0.01)))
                .hasMessageContaining("leaves none to train on");
        assertThatThrownBy(() -> FitOptions.epochs(1).withValidationSplit(1)).hasMessageContaining("but was 1.0");
        assertThatThrownBy(() -> FitOptions.epochs(1).withValidation(small.validation()).withValidationSplit(0.1))
                .hasMessageContaining("give one of");
    }

    @Test
    void validatesEverySoManyEpochs() {
        History history = small.model().fit(small.training(), FitOptions.epochs(5)
                .withValidation(small.validation()).withValidationFrequency(2));
        assertThat(history.epochs()).extracting(epoch -> Double.isNaN(epoch.validationLoss()))
                .containsExactly(true, false, true, false, true);
        assertThat(history.epochs().get(0).logs()).containsOnlyKeys("loss", "learning_rate");
        assertThat(history.epochs().get(1).logs()).containsOnlyKeys("loss", "val_loss", "learning_rate");
    }

    /// 48 samples shuffled in three batches of 16 have the gradient of the batch of 48.
    @ParameterizedTest
    @ValueSource(ints = {10, 16, 17})
    void accumulatedBatchesMoveTheWeightsAsOneLargeBatchDoes(int batchSize) {
        Samples samples = new SampleRange(small.training(), 0, 48);
        int batches = Math.ceilDiv(48, batchSize);
        small.model(new Sgd(0.1)).fit(samples, FitOptions.epochs(3).withBatchSize(48));
        other.model(new Sgd(0.1)).fit(samples,
                FitOptions.epochs(3).withBatchSize(batchSize).withGradientAccumulation(batches));
        assertThat(weights(other)).usingComparatorWithPrecision(1e-6f).containsExactly(weights(small));
    }

    @Test
    void accumulatingOneBatchIsNotAccumulating() {
        small.model().fit(small.training(), FitOptions.epochs(2).withBatchSize(30));
        other.model().fit(small.training(), FitOptions.epochs(2).withBatchSize(30).withGradientAccumulation(1));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    /// Five batches: two updates of two, one of what is left.
    @Test
    void countsUpdatesNotBatches() {
        List<Long> steps = new ArrayList<>();
        small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(16).withGradientAccumulation(2),
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> steps.add(control.step())));
        assertThat(steps).containsExactly(0L, 1L, 1L, 2L, 3L);
    }

    @Test
    void stoppingAmidAccumulationUsesWhatThereIs() {
        Callback stop = LambdaCallback.none().withBatchEnd((batch, loss, control) -> control.stop("enough"));
        small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(16), stop);
        other.model().fit(small.training(),
                FitOptions.epochs(1).withBatchSize(16).withGradientAccumulation(3), stop);
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void goesOnWhereAnEarlierRunEnded() {
        FitOptions options = FitOptions.epochs(5).withBatchSize(30);
        History whole = small.model().fit(small.training(), options);
        Model resumed = other.model();
        resumed.fit(small.training(), FitOptions.epochs(2).withBatchSize(30));
        History rest = resumed.fit(small.training(), options.withInitialEpoch(3));
        assertThat(other.hash()).isEqualTo(small.hash());
        assertThat(rest.epochs()).extracting(History.Epoch::epoch).containsExactly(3, 4, 5);
        assertThat(rest.epochs()).extracting(History.Epoch::loss)
                .isEqualTo(whole.epochs().subList(2, 5).stream().map(History.Epoch::loss).toList());
        assertThat(rest.bestEpoch()).isEqualTo(5);
        assertThat(rest.stoppedEarly()).isFalse();
    }

    @Test
    void aResumedScheduleGoesOnToo() {
        LearningRateSchedule falling = (step, initial) -> initial / (1 + step);
        FitOptions options = FitOptions.epochs(4).withBatchSize(30).withGradientAccumulation(2).withSchedule(falling);
        small.model().fit(small.training(), options);
        Model resumed = other.model();
        resumed.fit(small.training(),
                FitOptions.epochs(2).withBatchSize(30).withGradientAccumulation(2).withSchedule(falling));
        resumed.fit(small.training(), options.withInitialEpoch(3));
        assertThat(other.hash()).isEqualTo(small.hash());
    }

    @Test
    void theInitialEpochIsNotAfterTheLast() {
        assertThatThrownBy(() -> FitOptions.epochs(3).withInitialEpoch(4)).hasMessageContaining("was 4 of 3");
        assertThatThrownBy(() -> FitOptions.epochs(3).withInitialEpoch(0)).hasMessageContaining("but was 0");
    }

    /// Nine epochs of two batches are three passes of six.
    @Test
    void shortEpochsGoOnThroughTheSamples() {
        small.model().fit(small.training(), FitOptions.epochs(3).withBatchSize(15));
        History history = other.model().fit(small.training(),
                FitOptions.epochs(9).withBatchSize(15).withStepsPerEpoch(2));
        assertThat(other.hash()).isEqualTo(small.hash());
        assertThat(history.epochs()).hasSize(9);
    }

    @Test
    void longEpochsGoThroughTheSamplesAgain() {
        small.model().fit(small.training(), FitOptions.epochs(3).withBatchSize(15));
        other.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(15).withStepsPerEpoch(18));
        assertThat(other.hash()).isEqualTo(small.hash());
        assertThatThrownBy(() -> FitOptions.epochs(1).withStepsPerEpoch(0)).hasMessageContaining("but was 0");
    }

    /// Plain descent at rate 1 moves every weight by its clipped gradient.
    @Test
    void clipsEveryElement() {
        float[] before = weights(small);
        small.model(new Sgd(1)).fit(small.training(), FitOptions.epochs(1).withBatchSize(80).withClipValue(0.01));
        float[] after = weights(small);
        int atBound = 0;
        for (int index = 0; index < before.length; index++) {
            float moved = Math.abs(after[index] - before[index]);
            assertThat(moved).isLessThan(0.01f + 1e-6f);
            atBound += moved > 0.00999f ? 1 : 0;
        }
        assertThat(atBound).isPositive();
        assertThatThrownBy(() -> FitOptions.epochs(1).withClipValue(0)).hasMessageContaining("clip value");
        assertThatThrownBy(() -> FitOptions.epochs(1).withClipNorm(-1)).hasMessageContaining("clip norm");
    }

    @Test
    void schedulesTheRateOfEveryUpdate() {
        List<Double> rates = new ArrayList<>();
        LearningRateSchedule falling = (step, initial) -> initial * (10 - step);
        History history = small.model().fit(small.training(),
                FitOptions.epochs(2).withBatchSize(40).withSchedule(falling),
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> rates.add(control.learningRate())));
        assertThat(rates).usingElementComparator(FitOptionsTest::nearly).containsExactly(0.09, 0.08, 0.07, 0.06);
        assertThat(history.epochs()).extracting(History.Epoch::learningRate)
                .usingElementComparator(FitOptionsTest::nearly)
                .containsExactly(0.09, 0.07);
    }

    @Test
    void schedulesTheRateOfEveryEpoch() {
        LearningRateSchedule falling = (epoch, initial) -> initial / (1 << epoch);
        History history = small.model().fit(small.training(), FitOptions.epochs(3),
                ScheduledLearningRate.perEpoch(falling));
        assertThat(history.epochs()).extracting(History.Epoch::learningRate).containsExactly(0.01, 0.005, 0.0025);
    }

    @Test
    void aConstantScheduleIsNone() {
        small.model().fit(small.training(), FitOptions.epochs(2));
        other.model().fit(small.training(), FitOptions.epochs(2).withSchedule((step, initial) -> initial));
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    /// The clock moves a second with every look: one at the start, one after each batch.
    @Test
    void stopsAtATimeLimit() {
        long[] now = {5};
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(6), () -> now[0] += 1_000_000_000L);
        History history = small.model().fit(small.training(), FitOptions.epochs(9).withBatchSize(20), limit);
        assertThat(history.epochs()).hasSize(2);
        assertThat(now[0]).isEqualTo(5 + 7_000_000_000L);
        assertThat(history.stopReason()).isEqualTo("the time limit of PT6S was reached");
        assertThatThrownBy(() -> new TimeLimit(Duration.ZERO, System::nanoTime)).hasMessageContaining("PT0S");
    }

    @Test
    void saysALineForEveryEpoch() {
        List<String> lines = new ArrayList<>();
        History history = small.model().fit(small.training(), FitOptions.epochs(2)
                .withValidation(small.validation()).withValidationFrequency(2), new ProgressLines(lines::add),
                LambdaCallback.none().withEpochEnd((epoch, control) -> control.stop("enough")));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).matches("epoch 1/2  loss \\d\\.\\d{1,4}  learning_rate 0\\.01");
        assertThat(lines.getLast()).isEqualTo("stopped: enough");
        assertThat(Double.parseDouble(lines.getFirst().split("  ", -1)[1].substring(5)))
                .isCloseTo(history.epochs().getFirst().loss(), within(1e-4));
    }

    @Test
    void lambdasHearWhatCallbacksHear() {
        List<String> heard = new ArrayList<>();
        small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(80), LambdaCallback.none()
                .withTrainBegin(control -> heard.add("begin"))
                .withEpochBegin((epoch, control) -> heard.add("epoch " + epoch))
                .withBatchEnd((batch, loss, control) -> heard.add("batch " + batch))
                .withEpochEnd((epoch, control) -> heard.add("end of " + epoch.epoch()))
                .withTrainEnd(control -> heard.add("end")));
        assertThat(heard).containsExactly("begin", "epoch 1", "batch 1", "end of 1", "end");
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-12 ? 0 : Double.compare(one, other);
    }

    private static float[] weights(SmallFit fit) {
        int count = (int) fit.network().parameterCount();
        float[] all = new float[count];
        int at = 0;
        for (var parameter : fit.network().parameters()) {
            System.arraycopy(parameter.value(), 0, all, at, parameter.value().length);
            at += parameter.value().length;
        }
        return all;
    }
}
