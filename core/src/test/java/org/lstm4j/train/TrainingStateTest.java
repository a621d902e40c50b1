package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.Lion;
import org.lstm4j.optim.Nadam;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.RmsProp;
import org.lstm4j.optim.SavedState;
import org.lstm4j.optim.Sgd;

/// Two epochs, a new model, two epochs more: the bytes of four epochs.
class TrainingStateTest {

    @SuppressWarnings("unused") // by the parameterized test
    private static final List<OptimizerSpec> OPTIMIZERS = List.of(
            new Sgd(0.05, 0.9), new Sgd(0.05, 0.9).withNesterov(), new Adam(0.01), new Adam(0.01).withAmsgrad(),
            new Nadam(0.01), new RmsProp(0.01), new Lion(0.001));

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void runGoesOnInANewModelAsIfItHadNotStopped(OptimizerSpec optimizer) {
        Model whole = DrawingFit.model(optimizer, 1);
        History expected = whole.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4));
        Model stopped = DrawingFit.model(optimizer, 1);
        stopped.fit(DrawingFit.SAMPLES, DrawingFit.epochs(2));
        Model resumed = DrawingFit.model(optimizer, 7);
        resumed.restore(stopped.trainingState(2));
        History rest = resumed.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withInitialEpoch(3));
        assertThat(DrawingFit.hash(resumed)).isEqualTo(DrawingFit.hash(whole));
        assertThat(rest.epochs()).extracting(History.Epoch::loss)
                .isEqualTo(expected.epochs().subList(2, 4).stream().map(History.Epoch::loss).toList());
    }

    /// Epochs that end amid the samples, updates that take several batches, and a schedule by epoch.
    @Test
    void goesOnWhereEpochsAndUpdatesAreNotThoseOfTheSamples() {
        UnaryOperator<FitOptions> rare = options -> options.withBatchSize(16).withStepsPerEpoch(3)
                .withGradientAccumulation(2).withSeed(8);
        Callback falling = ScheduledLearningRate.perEpoch((epoch, initial) -> initial / (1 + epoch));
        Model whole = DrawingFit.model(new Adam(0.01), 1);
        whole.fit(DrawingFit.SAMPLES, rare.apply(FitOptions.epochs(5)), falling);
        Model stopped = DrawingFit.model(new Adam(0.01), 1);
        stopped.fit(DrawingFit.SAMPLES, rare.apply(FitOptions.epochs(2)), falling);
        Model resumed = DrawingFit.model(new Adam(0.01), 7);
        resumed.restore(stopped.trainingState(2));
        resumed.fit(DrawingFit.SAMPLES, rare.apply(FitOptions.epochs(5)).withInitialEpoch(3), falling);
        assertThat(DrawingFit.hash(resumed)).isEqualTo(DrawingFit.hash(whole));
    }

    /// Nothing sets the rate anew at the third epoch, so it has to come from the state.
    @Test
    void aLearningRateThatACallbackLoweredStaysLow() {
        Callback halving = LambdaCallback.none()
                .withEpochEnd((_, control) -> control.setLearningRate(control.learningRate() / 2));
        FitOptions options = FitOptions.epochs(4).withBatchSize(16);
        Model whole = DrawingFit.model(new Adam(0.01), 1);
        whole.fit(DrawingFit.SAMPLES, options, halving);
        Model stopped = DrawingFit.model(new Adam(0.01), 1);
        stopped.fit(DrawingFit.SAMPLES, FitOptions.epochs(2).withBatchSize(16), halving);
        Model resumed = DrawingFit.model(new Adam(0.01), 7);
        resumed.restore(stopped.trainingState(2));
        resumed.fit(DrawingFit.SAMPLES, options.withInitialEpoch(3), halving);
        assertThat(DrawingFit.hash(resumed)).isEqualTo(DrawingFit.hash(whole));
    }

    /// Each part left out, the bytes differ: the test above can fail.
    @Test
    void everyPartOfTheStateCounts() {
        Model whole = DrawingFit.model(new Adam(0.01), 1);
        whole.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4));
        Model stopped = DrawingFit.model(new Adam(0.01), 1);
        TrainingState begin = stopped.trainingState(0);
        stopped.fit(DrawingFit.SAMPLES, DrawingFit.epochs(2));
        TrainingState end = stopped.trainingState(2);
        NetworkState network = end.network();
        assertThat(List.of(
                end,
                new TrainingState(2, new NetworkState(begin.network().weights(), network.streams()), "adam",
                        end.optimizerState(), null),
                new TrainingState(2, new NetworkState(network.weights(), begin.network().streams()), "adam",
                        end.optimizerState(), null),
                new TrainingState(2, network, "adam", begin.optimizerState(), null)))
                .extracting(state -> hashOfTheRest(state).equals(DrawingFit.hash(whole)))
                .containsExactly(true, false, false, false);
    }

    private static String hashOfTheRest(TrainingState state) {
        Model resumed = DrawingFit.model(new Adam(0.01), 7);
        resumed.restore(state);
        resumed.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withInitialEpoch(3));
        return DrawingFit.hash(resumed);
    }

    @Test
    void aStateTakenAtTheEndOfAnEpochDoesNotChangeTheRun() {
        Model plain = DrawingFit.model(new Adam(0.01), 1);
        plain.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withAveraging(AverageShare.equal()));
        Model asked = DrawingFit.model(new Adam(0.01), 1);
        List<Integer> epochs = new ArrayList<>();
        asked.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withAveraging(AverageShare.equal()), LambdaCallback.none()
                .withEpochEnd((epoch, control) -> epochs.add(control.trainingState().epochs())));
        assertThat(DrawingFit.hash(asked)).isEqualTo(DrawingFit.hash(plain));
        assertThat(epochs).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anAverageGoesOnToo() {
        AverageShare share = AverageShare.exponentialWithWarmUp(0.9);
        Model whole = DrawingFit.model(new Adam(0.01), 1);
        List<TrainingState> states = new ArrayList<>();
        whole.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withAveraging(share), LambdaCallback.none()
                .withEpochEnd((epoch, control) -> states.add(control.trainingState())));
        Model resumed = DrawingFit.model(new Adam(0.01), 7);
        resumed.restore(states.get(1));
        resumed.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withInitialEpoch(3).withAveraging(share));
        assertThat(DrawingFit.hash(resumed)).isEqualTo(DrawingFit.hash(whole));
    }

    @Test
    void refusesTheStateOfAnotherNetwork() {
        Model model = model(new LstmSpec(4), new DenseSpec(1));
        refuses(model, model(new LstmSpec(5), new DenseSpec(1)).trainingState(1),
                "the state of training is that of another network: of its weights, number 1 was expected to be"
                        + " 0.weight_ih_l0 [16, 1], but is 0.weight_ih_l0 [20, 1]; build the network with the layers it"
                        + " was saved with");
        refuses(model, model(new LstmSpec(4), new DenseSpec(1), new DenseSpec(1)).trainingState(1),
                "number 6 was expected to be no more, but is 2.weight [1, 1]");
        refuses(model, model(new LstmSpec(4), new DenseSpec(1), new DropoutSpec(0.1f)).trainingState(1),
                "of its layers with dropout or noise, number 1 was expected to be no more, but is 2 dropout;");
    }

    @Test
    void refusesTheStateOfAnotherOptimizer() {
        Model model = model(new LstmSpec(4), new DenseSpec(1));
        Model other = Model.compile(model.network(), new Sgd(0.1), new MeanSquaredError());
        refuses(model, other.trainingState(1), "the state of training is that of another optimizer: expected adam,"
                + " received sgd; compile the model with the optimizer it was saved with");
        Model amsgrad = Model.compile(model.network(), new Adam(0.01).withAmsgrad(), new MeanSquaredError());
        refuses(model, amsgrad.trainingState(1), "the saved state does not fit");
    }

    @Test
    void refusesALearningRateThatNobodyCanHaveSet() {
        Model model = model(new LstmSpec(4), new DenseSpec(1));
        TrainingState state = model.trainingState(1);
        SequencedMap<String, Double> numbers = new LinkedHashMap<>(state.optimizerState().numbers());
        numbers.put("learning_rate", -0.1);
        SavedState forged = new SavedState(numbers, state.optimizerState().arrays());
        refuses(model, new TrainingState(1, state.network(), "adam", forged, null), "learning rate");
    }

    @Test
    void saysThatThereIsNoStateBeforeTheFirstEpoch() {
        Callback early = LambdaCallback.none().withTrainBegin(TrainingControl::trainingState);
        Model model = DrawingFit.model(new Adam(0.01), 1);
        assertThatIllegalStateException().isThrownBy(() -> model.fit(DrawingFit.SAMPLES, DrawingFit.epochs(1), early))
                .withMessageContaining("onEpochEnd");
    }

    private static void refuses(Model model, TrainingState state, String message) {
        String before = DrawingFit.hash(model);
        assertThatIllegalArgumentException().isThrownBy(() -> model.restore(state)).withMessageContaining(message);
        assertThat(DrawingFit.hash(model)).isEqualTo(before);
    }

    private static Model model(LayerSpec... layers) {
        Sequential network = Sequential.input(DrawingFit.SAMPLES.inputShape()).addAll(List.of(layers)).build(1);
        return Model.compile(network, new Adam(0.01), new MeanSquaredError());
    }
}
