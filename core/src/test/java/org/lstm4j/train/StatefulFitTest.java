package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A layer that adds up what it sees, h_t = x_t + h_{t−1}, and keeps its state from batch to batch.
class StatefulFitTest {

    private static final FitOptions ORDERED = FitOptions.epochs(2).withShuffle(false);
    private static final SimpleRnnSpec SUM = new SimpleRnnSpec(1).withBias(false).withActivation(Activation.LINEAR)
            .withSequence(SequenceOptions.LAST_STEP.withStateful(true));

    private final Model model = model(SUM, 1);

    private static Model model(LayerSpec layer, int steps) {
        Sequential network = Sequential.input(Shape.sequence(steps, 1)).add(layer).build(1);
        for (Parameter parameter : network.parameters()) {
            parameter.value()[0] = 1f;
        }
        return Model.compile(network, new Sgd(1e-30), new MeanSquaredError());
    }

    private static Samples samples(float[] inputs, float... targets) {
        return Samples.of(
                Tensor.of(Shape.sequence(inputs.length / targets.length, 1).withBatch(targets.length), inputs),
                Tensor.of(Shape.vector(1).withBatch(targets.length), targets));
    }

    private static float[] numbers(float... numbers) {
        return numbers;
    }

    /// Alone, in batches of one: 1, 1 + 2, 1 + 2 + 3; the second epoch begins at zero again.
    @Test
    void aSampleGoesOnWhereTheSampleBeforeHasEnded() {
        History history = model.fit(samples(numbers(1, 2, 3), 1, 3, 6), ORDERED.withBatchSize(1));
        assertThat(history.epochs()).extracting(History.Epoch::loss).containsExactly(0.0, 0.0);
    }

    @Test
    void placesInABatchGoOnByThemselves() {
        Samples samples = samples(numbers(1, 2, 3, 4), 1, 2, 4, 6);
        History history = model.fit(samples, ORDERED.withBatchSize(2).withGradientAccumulation(2));
        assertThat(history.epochs()).extracting(History.Epoch::loss).containsExactly(0.0, 0.0);
    }

    @Test
    void epochsMayGoThroughTheSamplesMoreThanOnce() {
        History history = model.fit(samples(numbers(1, 2, 3), 1, 3, 6), ORDERED.withBatchSize(1).withStepsPerEpoch(6));
        assertThat(history.epochs()).extracting(History.Epoch::loss).containsExactly(0.0, 0.0);
    }

    @Test
    void validationGoesOnFromBatchToBatchToo() {
        Samples samples = samples(numbers(1, 2, 3), 1, 3, 6);
        History history = model.fit(samples, ORDERED.withBatchSize(1).withValidation(samples));
        assertThat(history.epochs()).extracting(History.Epoch::validationLoss).containsExactly(0.0, 0.0);
    }

    @Test
    void piecesOfSequencesGoOnFromBatchToBatch() {
        SimpleRnnSpec everyStep = SUM.withReturnSequences(true);
        Model stepwise = model(everyStep, 3);
        Tensor inputs = Tensor.of(Shape.sequence(3, 1).withBatch(2), 1, 2, 3, 4, 5, 6);
        Tensor sums = Tensor.of(Shape.sequence(3, 1).withBatch(2), 1, 3, 6, 10, 15, 21);
        History history = stepwise.fit(inputs, sums, ORDERED.withBatchSize(1).withTruncation(2));
        assertThat(history.epochs()).extracting(History.Epoch::loss).containsExactly(0.0, 0.0);
    }

    /// With a batch size as fit goes through them; without, every sample by itself: errors 0, 1 and 3.
    @Test
    void evaluationsGoOnOnlyWhereTheyAreGivenABatchSize() {
        Samples samples = samples(numbers(1, 2, 3), 1, 3, 6);
        assertThat(model.evaluate(samples, 1)).isZero();
        assertThat(model.evaluateAll(samples, 1)).isEqualTo(Map.of("loss", 0.0));
        assertThat(model.evaluate(samples)).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(model.predict(samples, 1).data()).containsExactly(1, 3, 6);
        assertThat(model.predict(samples).data()).containsExactly(1, 2, 3);
    }

    @Test
    void aBatchSizeIsOfNoAccountWithoutState() {
        SmallFit small = new SmallFit();
        assertThat(small.model().evaluate(small.training(), 7)).isEqualTo(small.model().evaluate(small.training()));
    }

    @Test
    void batchesByHandGoOnUntilTheStateIsReset() {
        Tensor one = Tensor.of(Shape.sequence(1, 1).withBatch(1), 1);
        Tensor zero = Tensor.zeros(Shape.vector(1).withBatch(1));
        assertThat(List.of(model.trainOnBatch(one, zero), model.trainOnBatch(one, zero))).containsExactly(1.0, 4.0);
        model.resetState();
        assertThat(model.trainOnBatch(one, zero)).isEqualTo(1);
    }

    @Test
    void refusesShuffledSamples() {
        Samples samples = samples(numbers(1, 2), 1, 3);
        String message = "layer \"0 simple_rnn\" keeps its state from batch to batch, so that each sample goes on where that"
                + " in the same place of the batch before has ended, but the samples are shuffled; add withShuffle(false),"
                + " or build the layer with withStateful(false)";
        assertThatIllegalArgumentException().isThrownBy(() -> model.fit(samples, FitOptions.epochs(1)))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> LearningRateFinder.standard().run(model, samples))
                .withMessage(message);
    }

    @Test
    void refusesALastBatchThatIsSmaller() {
        Samples samples = samples(numbers(1, 2, 3), 1, 3, 6);
        String message = "layer \"0 simple_rnn\" keeps its state from batch to batch, so that each sample goes on where that"
                + " in the same place of the batch before has ended and batches must be of one size, but 3 %s do not"
                + " come in batches of 2; leave out 1 or choose a batch size that divides them";
        assertThatIllegalArgumentException().isThrownBy(() -> model.fit(samples, ORDERED.withBatchSize(2)))
                .withMessage(message.formatted("samples"));
        assertThatIllegalArgumentException().isThrownBy(() -> model.evaluate(samples, 2))
                .withMessage(message.formatted("samples"));
        assertThatIllegalArgumentException().isThrownBy(() -> model.predict(samples, 2))
                .withMessage(message.formatted("samples"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> model.fit(samples(numbers(1, 2), 1, 3), ORDERED.withBatchSize(2).withValidation(samples)))
                .withMessage(message.formatted("validation samples"));
        assertThat(model.fit(samples, ORDERED.withBatchSize(32)).epochs()).hasSize(2);
    }

    @Test
    void refusesEpochsThatEndAmidTheSamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fit(samples(numbers(1, 2, 3), 1, 3, 6),
                        ORDERED.withBatchSize(1).withStepsPerEpoch(2)))
                .withMessageEndingWith(
                        "an epoch of 2 batches ends amid the 3 that there are; leave withStepsPerEpoch(…) out");
    }

    @Test
    void findsStatefulLayersWithinOthers() {
        LstmSpec lstm = new LstmSpec(1).withReturnSequences(true);
        for (LayerSpec layer : List.of(ResidualSpec.around(lstm.withStateful(true)),
                new BidirectionalSpec(lstm.withStateful(true)))) {
            assertThat(layer.stateful()).isTrue();
        }
        assertThat(new BidirectionalSpec(lstm).stateful()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> model.evaluate(samples(numbers(1), 1), 0))
                .withMessage("batch size must be at least 1, but was 0");
    }
}
