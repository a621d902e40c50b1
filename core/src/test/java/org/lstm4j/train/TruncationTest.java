package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.Sgd;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.ErrorMetrics;

/// Training on sequences of seven steps in pieces.
class TruncationTest {

    private static final int STEPS = 7;
    private static final int COUNT = 10;
    private static final Shape SAMPLE = Shape.sequence(STEPS, 2);
    private static final Shape TARGET = Shape.of(Axis.steps(STEPS), new Axis("outputs", 1));
    private static final FitOptions FOURS = FitOptions.epochs(2).withShuffle(false).withBatchSize(4);

    private final RandomStream random = new RandomStreams(4).stream("numbers");
    private final Tensor inputs = uniform(SAMPLE.withBatch(COUNT));
    private final Tensor targets = uniform(TARGET.withBatch(COUNT));

    private static Sequential network() {
        return Sequential.input(SAMPLE).add(new LstmSpec(5).withReturnSequences(true))
                .add(new GruSpec(3).withReturnSequences(true)).add(new DenseSpec(1)).build(6);
    }

    private String fitted(FitOptions options) {
        Sequential network = network();
        Model.compile(network, new Adam(0.01), new MeanSquaredError()).fit(inputs, targets, options);
        return WeightsHash.sha256(network.parameters());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void isALoopOverPiecesWithTheStateHandedOn(int length) {
        assertThat(fitted(FOURS.withTruncation(length))).isEqualTo(byHand(length, true));
    }

    @Test
    void aLoopThatForgetsTheStateIsAnother() {
        assertThat(fitted(FOURS.withTruncation(3))).isNotEqualTo(byHand(3, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 1000})
    void nothingIsCutWhereAPieceTakesAllSteps(int length) {
        assertThat(fitted(FOURS.withTruncation(length))).isEqualTo(fitted(FOURS));
    }

    @Test
    void piecesOfShuffledBatchesDoToo() {
        FitOptions shuffled = FOURS.withShuffle(true);
        assertThat(fitted(shuffled.withTruncation(7))).isEqualTo(fitted(shuffled));
        assertThat(fitted(shuffled.withTruncation(3))).isNotEqualTo(fitted(shuffled));
    }

    /// Padding that the caller tells of, by lengths, is cut with the steps; the first batch has a last piece of nothing else.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void lengthsAreCutLikeAMaskingLayersMask(int length) {
        int[] lengths = {3, 4, 2, 1, 7, 5, 6, 1, 2, 7};
        for (int row = 0; row < COUNT; row++) {
            Arrays.fill(inputs.data(), (row * STEPS + lengths[row]) * 2, (row + 1) * STEPS * 2, 0f);
        }
        Sequential plain = network();
        Model.compile(plain, new Adam(0.01), new MeanSquaredError()).fit(
                Samples.of(inputs, targets).withLengths(lengths), FOURS.withTruncation(length));

        Sequential masking = Sequential.input(SAMPLE).add(new MaskingSpec())
                .add(new LstmSpec(5).withReturnSequences(true))
                .add(new GruSpec(3).withReturnSequences(true)).add(new DenseSpec(1)).build(6);
        Sequential start = network();
        for (int index = 0; index < start.parameters().size(); index++) {
            float[] weights = start.parameters().get(index).value();
            System.arraycopy(weights, 0, masking.parameters().get(index).value(), 0, weights.length);
        }
        Model.compile(masking, new Adam(0.01), new MeanSquaredError())
                .fit(inputs, targets, FOURS.withTruncation(length));
        for (int index = 0; index < plain.parameters().size(); index++) {
            float[] weights = plain.parameters().get(index).value();
            assertThat(weights).isEqualTo(masking.parameters().get(index).value())
                    .isNotEqualTo(start.parameters().get(index).value());
        }
    }

    /// Two epochs over batches of 4, 4 and 2, written out.
    private String byHand(int length, boolean carries) {
        Sequential network = network();
        Optimizer optimizer = new Adam(0.01).create(network.parameters());
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int from = 0; from < COUNT; from += 4) {
                int size = Math.min(4, COUNT - from);
                RecurrentState first = RecurrentState.zeros(size, 5, 5);
                RecurrentState second = RecurrentState.zeros(size, 3, 0);
                for (int begin = 0; begin < STEPS; begin += length) {
                    int steps = Math.min(length, STEPS - begin);
                    piece(network, optimizer, cut(inputs, from, size, begin, steps),
                            cut(targets, from, size, begin, steps),
                            first, second);
                    if (!carries) {
                        first = RecurrentState.zeros(size, 5, 5);
                        second = RecurrentState.zeros(size, 3, 0);
                    }
                }
            }
        }
        return WeightsHash.sha256(network.parameters());
    }

    private static void piece(Sequential network, Optimizer optimizer, Tensor input, Tensor target,
            RecurrentState first,
            RecurrentState second) {
        SequentialPass pass = network.newPass(input.shape(), PassMode.TRAINING_ON_DATA, Compute.shared());
        RecurrentPass lstm = (RecurrentPass) pass.layers().get(0);
        RecurrentPass gru = (RecurrentPass) pass.layers().get(1);
        Tensor said = pass.layers().get(2).forward(gru.forward(lstm.forward(input, first), second));
        lstm.finalState(first);
        gru.finalState(second);
        Tensor gradient = Tensor.zeros(said.shape());
        new MeanSquaredError().gradient(said, target, gradient);
        optimizer.zeroGradients();
        pass.backward(gradient);
        optimizer.step();
    }

    private static Tensor cut(Tensor all, int from, int size, int begin, int steps) {
        int width = all.shape().last();
        Tensor part = Tensor.zeros(Shape.sequence(steps, width).withBatch(size));
        for (int row = 0; row < size; row++) {
            System.arraycopy(all.data(), ((from + row) * STEPS + begin) * width, part.data(), row * steps * width,
                    steps * width);
        }
        return part;
    }

    /// Weights that stand still: what pieces say and lose is what whole sequences do, masks and weights of steps included.
    @Test
    void lossAndMetricsAreThoseOfWholeSequences() {
        for (int row = 0; row < COUNT; row++) {
            for (int step = row; step < STEPS; step++) {
                inputs.set(0, row, step, 0);
                inputs.set(0, row, step, 1);
                targets.set(Float.NaN, row, step, 0);
            }
        }
        Tensor weights = uniform(Shape.of(Axis.batch(COUNT), Axis.steps(STEPS)));
        for (int index = 0; index < weights.data().length; index++) {
            weights.data()[index] = Math.abs(weights.data()[index]);
        }
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec())
                .add(new LstmSpec(5).withReturnSequences(true)).add(new DenseSpec(1)).build(6);
        Model model = Model.compile(network, new Sgd(1e-30), new MeanSquaredError(), List.of(ErrorMetrics.MAE));
        Samples samples = Samples.of(inputs, targets).withWeights(weights);
        History.Epoch epoch = model.fit(samples, FOURS.withTruncation(3)).epochs().getFirst();
        assertThat(epoch.loss()).isCloseTo(model.evaluate(samples), within(1e-6));
        assertThat(epoch.metrics().get("mae")).isCloseTo(model.evaluateAll(samples).get("mae"), within(1e-6));
        Samples weighted = Samples.of(inputs, targets).withWeights(uniformOfSamples());
        assertThat(model.fit(weighted, FOURS.withTruncation(2)).epochs().getFirst().loss())
                .isCloseTo(model.evaluate(weighted), within(1e-6));
    }

    private Tensor uniformOfSamples() {
        Tensor weights = uniform(Shape.of(Axis.batch(COUNT)));
        for (int index = 0; index < COUNT; index++) {
            weights.data()[index] += 2;
        }
        return weights;
    }

    /// Three batches of three pieces; a run that goes on counts those before.
    @Test
    void everyPieceIsAnUpdate() {
        List<Long> steps = new ArrayList<>();
        Callback count = new Callback() {
            @Override
            public void onEpochBegin(int epoch, TrainingControl control) {
                steps.add(control.step());
            }

            @Override
            public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
                steps.add(control.step());
            }
        };
        Model.compile(network(), new Sgd(0.1), new MeanSquaredError()).fit(
                Samples.of(inputs, targets), FOURS.withTruncation(3).withInitialEpoch(2), count);
        assertThat(steps).containsExactly(9L, 12L, 15L, 18L);
    }

    @Test
    void refusesLayersThatMustSeeWholeSequences() {
        LayerSpec sequences = new LstmSpec(2).withReturnSequences(true);
        refuses(new BidirectionalSpec(new LstmSpec(2).withReturnSequences(true)),
                "sequences cannot be trained on in pieces of 3 steps: layer \"0 bidirectional\" must see all steps of a"
                        + " sequence at once; leave withTruncation(…) out, or use layers that take each step alone or carry a"
                        + " state on");
        refuses(new LstmSpec(2).withReturnSequences(true).withGoBackwards(true), "layer \"0 lstm\" must see all steps");
        refuses(ResidualSpec.around(sequences), "layer \"0 residual\" must see all steps");
        refuses(new GlobalPoolingSpec(GlobalPoolingSpec.Pooling.AVERAGE),
                "layer \"0 global_pooling\" must see all steps");
        refuses(new LstmSpec(2), "layer \"0 lstm\" gives nothing but the last step; let it return sequences");
    }

    private static void refuses(LayerSpec layer, String message) {
        Sequential network = Sequential.input(SAMPLE).add(layer).build(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Model.compile(network, new Sgd(0.1), new MeanSquaredError())
                        .fit(Tensor.zeros(SAMPLE.withBatch(2)), Tensor.zeros(network.outputShape().withBatch(2)),
                                FitOptions.epochs(1).withTruncation(3)))
                .withMessageContaining(message);
    }

    @Test
    void refusesStatesThatCannotBeCarried() {
        Shape days = Shape.of(Axis.steps(3), new Axis("hours", 2), Axis.features(1));
        Sequential network = Sequential.input(days).add(new TimeDistributedSpec(new LstmSpec(2).withStateful(true)))
                .build(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequenceRules.requirePieces(network, days, 2))
                .withMessageContaining("layer \"0 time_distributed\" has a state that cannot be carried");
    }

    @Test
    void refusesNetworksWithoutSteps() {
        Sequential network = Sequential.input(Shape.vector(3)).add(new DenseSpec(1)).build(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequenceRules.requirePieces(network, network.inputShape(), 2))
                .withMessageContaining(
                        "the network makes [outputs 1] of [features 3], which has no output for each step");
    }

    @Test
    void refusesPiecesWithoutStepsAndAccumulation() {
        assertThatIllegalArgumentException().isThrownBy(() -> FOURS.withTruncation(0))
                .withMessage("steps of a piece must be at least 1, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> FOURS.withTruncation(3).withGradientAccumulation(2))
                .withMessage(
                        "every piece of 3 steps makes an update of its own, but the gradients of 2 batches were to be"
                                + " accumulated; leave one of withTruncation(…) and withGradientAccumulation(…) out");
        LearningRateFinder finder = LearningRateFinder.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRateFinder(finder.lowest(), finder.highest(), finder.steps(),
                        finder.smoothing(),
                        finder.bound(), new Batching(4, 1, false, 1, 3)))
                .withMessageContaining("pieces of 3 steps");
    }

    private Tensor uniform(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
