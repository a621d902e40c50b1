package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.TrainingException;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Sgd;

/// When callbacks are called, and what they can do.
class CallbackTest {

    private final SmallFit small = new SmallFit();
    private final List<String> heard = new ArrayList<>();

    @Test
    void hearEverythingInOrder() {
        small.model().fit(small.training(), FitOptions.epochs(2).withBatchSize(40), recorder("a"), recorder("b"));
        assertThat(heard).containsExactly(
                "a begin", "b begin",
                "a epoch 1 begin", "b epoch 1 begin", "a batch 1", "b batch 1", "a batch 2", "b batch 2",
                "a epoch 1 end", "b epoch 1 end",
                "a epoch 2 begin", "b epoch 2 begin", "a batch 1", "b batch 1", "a batch 2", "b batch 2",
                "a epoch 2 end", "b epoch 2 end",
                "a end", "b end");
    }

    @Test
    void seeWhereTrainingIs() {
        List<String> places = new ArrayList<>();
        small.model().fit(small.training(), FitOptions.epochs(2).withBatchSize(30), LambdaCallback.none()
                .withTrainBegin(control -> places.add("epoch " + control.epoch() + " " + control.logNames()))
                .withBatchEnd((batch, loss, control) -> places.add(
                        control.epoch() + ":" + control.batch() + "/" + control.batches() + " step "
                                + control.step())));
        assertThat(places).containsExactly("epoch 0 [loss, learning_rate]", "1:1/3 step 1", "1:2/3 step 2",
                "1:3/3 step 3", "2:1/3 step 4", "2:2/3 step 5", "2:3/3 step 6");
    }

    /// 80 samples of an epoch: a batch of 60 and one of 20.
    @Test
    void aBatchIsToldTheMeanLossOfTheEpochSoFar() {
        List<Double> means = new ArrayList<>();
        History history = small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(60),
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> means.add(loss)));
        assertThat(means).hasSize(2);
        assertThat(means.getLast()).isEqualTo(history.epochs().getFirst().loss()).isNotEqualTo(means.getFirst());
    }

    @Test
    void stopAfterTheBatchInProgress() {
        Callback stopping = LambdaCallback.none().withBatchEnd((batch, loss, control) -> {
            if (control.epoch() == 2 && batch == 2) {
                control.stop("enough");
                control.stop("a second reason");
            }
        });
        History history = small.model().fit(small.training(), FitOptions.epochs(5).withBatchSize(20), stopping,
                recorder("a"));
        assertThat(history.stopReason()).isEqualTo("enough");
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.bestEpoch()).isEqualTo(2);
        assertThat(heard).endsWith("a batch 1", "a batch 2", "a epoch 2 end", "a end");
    }

    @Test
    void stopInTheMidstOfTheLastEpochToo() {
        History history = small.model().fit(small.training(), FitOptions.epochs(1).withBatchSize(20),
                LambdaCallback.none().withBatchEnd((batch, loss, control) -> control.stop("enough")));
        assertThat(history.stoppedEarly()).isTrue();
    }

    @Test
    void stoppingAfterTheLastEpochChangesNothing() {
        History history = small.model().fit(small.training(), FitOptions.epochs(2),
                LambdaCallback.none().withTrainEnd(control -> control.stop("too late")));
        assertThat(history.stoppedEarly()).isFalse();
    }

    @Test
    void stopBeforeAnythingIsTrained() {
        String before = small.hash();
        History history = small.model().fit(small.training(), FitOptions.epochs(2),
                LambdaCallback.none().withTrainBegin(control -> control.stop("changed my mind")));
        assertThat(history.epochs()).isEmpty();
        assertThat(history.bestEpoch()).isZero();
        assertThat(history.stopReason()).isEqualTo("changed my mind");
        assertThat(small.hash()).isEqualTo(before);
    }

    @Test
    void stopBetweenEpochs() {
        History history = small.model().fit(small.training(), FitOptions.epochs(4),
                LambdaCallback.none().withEpochBegin((epoch, control) -> {
                    if (epoch == 3) {
                        control.stop("enough");
                    }
                }));
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.bestEpoch()).isEqualTo(2);
    }

    @Test
    void changeTheLearningRate() {
        History history = small.model().fit(small.training(), FitOptions.epochs(3),
                LambdaCallback.none().withEpochEnd(
                        (epoch, control) -> control.setLearningRate(control.learningRate() / 2)));
        assertThat(history.epochs()).extracting(History.Epoch::learningRate).containsExactly(0.01, 0.005, 0.0025);
    }

    @Test
    void whatOneThrowsEndsTheFitAndAllHearOfIt() {
        IllegalStateException broken = new IllegalStateException("broken");
        Callback throwing = LambdaCallback.none().withEpochEnd((epoch, control) -> {
            throw broken;
        });
        assertThatThrownBy(() -> small.model().fit(
                small.training(), FitOptions.epochs(3).withBatchSize(80), recorder("a"), throwing, recorder("b")))
                .isSameAs(broken);
        assertThat(heard).containsExactly("a begin", "b begin", "a epoch 1 begin", "b epoch 1 begin", "a batch 1",
                "b batch 1", "a epoch 1 end", "a failure broken", "b failure broken");
    }

    @Test
    void theWeightsStayWhenACallbackThrows() {
        List<String> hashes = new ArrayList<>();
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(3),
                LambdaCallback.none().withEpochEnd((epoch, control) -> {
                    hashes.add(small.hash());
                    throw new IllegalStateException("broken");
                }))).isInstanceOf(IllegalStateException.class);
        assertThat(hashes).containsExactly(small.hash());
    }

    @Test
    void aFailureOverAFailureIsKeptBesideIt() {
        Callback failingAgain = new Callback() {
            @Override
            public void onFailure(RuntimeException failure, TrainingControl control) {
                throw new IllegalStateException("again");
            }
        };
        Callback throwing = LambdaCallback.none().withTrainEnd(control -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> small.model().fit(
                small.training(), FitOptions.epochs(1), throwing, failingAgain, recorder("b")))
                .hasMessage("broken")
                .satisfies(failure -> assertThat(failure.getSuppressed()).extracting(Throwable::getMessage)
                        .containsExactly("again"));
        assertThat(heard).endsWith("b failure broken");
    }

    /// Only of a divergence is there something to go on with.
    @Test
    void cannotMakeAnotherFailureEndWell() {
        Callback hiding = new Callback() {
            @Override
            public void onFailure(RuntimeException failure, TrainingControl control) {
                control.stop("nothing happened");
            }
        };
        Callback throwing = LambdaCallback.none().withTrainBegin(control -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1), hiding, throwing))
                .hasMessage("broken");
    }

    @Test
    void hearOfADivergenceWithTheWeightsRestored() {
        Model model = small.model(new Sgd(1e12));
        String before = small.hash();
        List<String> restored = new ArrayList<>();
        Callback looking = new Callback() {
            @Override
            public void onFailure(RuntimeException failure, TrainingControl control) {
                restored.add(small.hash());
            }
        };
        assertThatThrownBy(() -> model.fit(small.training(), FitOptions.epochs(3), looking))
                .isInstanceOf(TrainingException.class);
        assertThat(restored).containsExactly(before);
    }

    @Test
    void terminateOnNaNEndsADivergedFitWithTheBestWeightsAndTheReason() {
        Model model = small.model(new Adam(0.01));
        List<String> hashes = new ArrayList<>();
        Callback spoiling = LambdaCallback.none().withEpochEnd((epoch, control) -> {
            hashes.add(small.hash());
            if (epoch.epoch() == 2) {
                small.data().trainTargets().data()[79] = Float.NaN;
            }
        });
        FitOptions options = FitOptions.epochs(5).withShuffle(false);
        History history = model.fit(small.training(), options, new TerminateOnNaN(), spoiling, recorder("a"));
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.bestEpoch()).isEqualTo(2);
        assertThat(history.stopReason()).contains("the loss became NaN in epoch 3", "fill or drop missing values");
        assertThat(small.hash()).isEqualTo(hashes.getLast());
        assertThat(heard).endsWith("a end").anySatisfy(text -> assertThat(text).startsWith("a failure the loss"));
    }

    /// A stop before the failure is not consent to it.
    @Test
    void aStopBeforeADivergenceDoesNotHideIt() {
        Callback stopping = LambdaCallback.none().withBatchEnd((batch, loss, control) -> {
            control.network().parameters().getFirst().value()[0] = Float.NaN;
            control.stop("enough");
        });
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(3), stopping))
                .isInstanceOf(TrainingException.class).hasMessageContaining("the weights became NaN");
    }

    @Test
    void stoppingNeedsAReason() {
        assertThatThrownBy(() -> small.model().fit(small.training(), FitOptions.epochs(1),
                LambdaCallback.none().withTrainBegin(control -> control.stop(""))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("needs a reason");
    }

    @Test
    void listeningChangesNoWeights() {
        Model heardModel = Model.compile(small.network(), new Adam(0.01), new MeanSquaredError());
        heardModel.fit(small.training(), FitOptions.epochs(2), recorder("a"), new ProgressLines(heard::add));
        SmallFit silent = new SmallFit();
        silent.model().fit(silent.training(), FitOptions.epochs(2));
        assertThat(small.hash()).isEqualTo(silent.hash());
    }

    private Callback recorder(String name) {
        return new Callback() {
            @Override
            public void onTrainBegin(TrainingControl control) {
                heard.add(name + " begin");
            }

            @Override
            public void onEpochBegin(int epoch, TrainingControl control) {
                heard.add(name + " epoch " + epoch + " begin");
            }

            @Override
            public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
                heard.add(name + " batch " + batch);
            }

            @Override
            public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
                heard.add(name + " epoch " + epoch.epoch() + " end");
            }

            @Override
            public void onTrainEnd(TrainingControl control) {
                heard.add(name + " end");
            }

            @Override
            public void onFailure(RuntimeException failure, TrainingControl control) {
                heard.add(name + " failure " + failure.getMessage());
            }
        };
    }
}
