package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.GradientClipping;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// In what order samples come, what a batch counts, what one step does.
class FittingTest {

    /// Too small to move a float.
    private static final OptimizerSpec STANDING_STILL = new Sgd(1e-30);

    private final SequenceSums data = SequenceSums.draw(100, 4, 0.29, 3);
    private final Samples training = Samples.of(data.trainInputs(), data.trainTargets());

    @Test
    void shufflesAnewEveryEpochAndTakesEverySampleOnce() {
        List<List<Integer>> epochs = orderOf(FitOptions.epochs(3).withBatchSize(16));
        List<Integer> inOrder = IntStream.range(0, 71).boxed().toList();
        assertThat(epochs).hasSize(3).allSatisfy(order -> assertThat(sorted(order)).isEqualTo(inOrder));
        assertThat(new HashSet<>(epochs)).hasSize(3).doesNotContain(inOrder);
        assertThat(orderOf(FitOptions.epochs(3).withBatchSize(16))).isEqualTo(epochs);
        assertThat(orderOf(FitOptions.epochs(3).withBatchSize(16).withSeed(43))).isNotEqualTo(epochs);
        assertThat(orderOf(FitOptions.epochs(2).withBatchSize(16).withShuffle(false)))
                .isEqualTo(List.of(inOrder, inOrder));
    }

    /// 71 samples in batches of 32: two full ones and one of 7.
    @Test
    void theLossOfAnEpochWeighsItsSmallerLastBatchByItsSamples() {
        Model model = model(STANDING_STILL);
        History history = model.fit(training, FitOptions.epochs(1), Callback.NONE);
        assertThat(history.epochs().getFirst().loss()).isCloseTo(squaredError(model), within(1e-12));
    }

    @Test
    void evaluatingWeighsItsSmallerLastBatchByItsSamples() {
        Model model = model(STANDING_STILL);
        assertThat(model.evaluate(training)).isCloseTo(squaredError(model), within(1e-12));
    }

    @Test
    void fittingOneEpochTwiceIsFittingTwo() {
        FitOptions once = FitOptions.epochs(1).withShuffle(false);
        Model twice = model(new Adam(0.01));
        twice.fit(training, once, Callback.NONE);
        twice.fit(training, once, Callback.NONE);
        Model both = model(new Adam(0.01));
        both.fit(training, FitOptions.epochs(2).withShuffle(false), Callback.NONE);
        assertThat(hash(twice)).isEqualTo(hash(both));
    }

    @Test
    void goesThroughAllEpochsAndKeepsTheLastWeightsWithoutPatience() {
        Samples validation = Samples.of(data.testInputs(), data.testTargets());
        Model model = model(new Adam(0.5));
        History history = model.fit(training, FitOptions.epochs(12).withValidation(validation), Callback.NONE);
        assertThat(history.epochs()).hasSize(12);
        assertThat(history.bestEpoch()).isEqualTo(12);
        assertThat(history.stoppedEarly()).isFalse();
        assertThat(model.evaluate(validation)).isEqualTo(history.epochs().getLast().validationLoss());
    }

    @Test
    void aStepForgetsTheGradientsOfTheOneBefore() {
        Model model = model(STANDING_STILL);
        TrainingStep step = step(model, Double.POSITIVE_INFINITY);
        step.run(data.trainInputs(), data.trainTargets());
        double norm = GradientClipping.norm(model.network().parameters());
        step.run(data.trainInputs(), data.trainTargets());
        assertThat(GradientClipping.norm(model.network().parameters())).isEqualTo(norm);
    }

    @Test
    void aStepClipsItsGradients() {
        Model model = model(STANDING_STILL);
        step(model, 0.01).run(data.trainInputs(), data.trainTargets());
        assertThat(GradientClipping.norm(model.network().parameters())).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void noSequenceIsInBothParts() {
        HashSet<List<Float>> train = new HashSet<>(rows(data.trainInputs()));
        assertThat(train).hasSize(71).doesNotContainAnyElementsOf(rows(data.testInputs()));
        assertThat(data.testInputs().batch()).isEqualTo(29);
    }

    @Test
    void refusesSequencesThatCannotBeDrawn() {
        assertThatThrownBy(() -> SequenceSums.draw(10, 4, 1.5, 1)).hasMessageContaining("but were 10, 4 and 1.5");
        assertThatThrownBy(() -> SequenceSums.draw(0, 4, 0.5, 1)).hasMessageContaining("but were 0, 4 and 0.5");
    }

    @Test
    void saysWhatTargetsLookLike() {
        Tensor flat = data.trainTargets().reshape(Shape.of(Axis.batch(71)));
        assertThatThrownBy(() -> model(STANDING_STILL).fit(data.trainInputs(), flat, FitOptions.epochs(1)))
                .hasMessageContaining("targets are [samples, outputs], [samples, 1] for one value each");
    }

    /// The bytes that this seed has always given. They change only with the numeric contract, and then every user's do.
    @Test
    void theSameSeedGivesTheBytesItHasAlwaysGiven() {
        SequenceSums sums = SequenceSums.draw(400, 10, 0.2, 5);
        Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new LstmSpec(33).withReturnSequences(true))
                .add(new DropoutSpec(0.1f)).add(new LstmSpec(20)).add(new DenseSpec(1)).build(5);
        Model model = Model.compile(network, new Adam(0.01), new MeanSquaredError());
        model.fit(sums.trainInputs(), sums.trainTargets(), FitOptions.epochs(2).withBatchSize(150).withClipNorm(0.5));
        assertThat(hash(model)).isEqualTo("b334e202a811cde46fbfc4b8e9683e47c8a994bea9ec8fbf79eb56424f30136e");
    }

    /// The same with validation, clipping, a smaller last batch and weights restored from an epoch before the last.
    @Test
    void theSameSeedStopsEarlyWithTheBytesItHasAlwaysGiven() {
        Samples validation = Samples.of(data.testInputs(), data.testTargets());
        Model model = model(new Adam(0.2));
        History history = model.fit(training, FitOptions.epochs(60).withBatchSize(16).withClipNorm(0.7).withSeed(9)
                .withValidation(validation).withEarlyStopping(3), Callback.NONE);
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(history.bestEpoch()).isEqualTo(14);
        assertThat(history.epochs()).hasSize(17);
        assertThat(hash(model)).isEqualTo("1587b077338c623d3c1da46136b00af9185911c4a9cc36ca71ac7ff40ee6f850");
    }

    /// Which samples were asked for, epoch by epoch.
    private List<List<Integer>> orderOf(FitOptions options) {
        List<Integer> asked = new ArrayList<>();
        Samples recording = new Samples() {
            @Override
            public int count() {
                return training.count();
            }

            @Override
            public Shape inputShape() {
                return training.inputShape();
            }

            @Override
            public Shape targetShape() {
                return training.targetShape();
            }

            @Override
            public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
                asked.add(sample);
                training.copy(sample, inputs, inputOffset, targets, targetOffset);
            }
        };
        model(new Adam(0.001)).fit(recording, options, Callback.NONE);
        List<List<Integer>> epochs = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += training.count()) {
            epochs.add(List.copyOf(asked.subList(from, from + training.count())));
        }
        return epochs;
    }

    private double squaredError(Model model) {
        float[] predicted = model.predict(data.trainInputs()).data();
        double sum = 0;
        for (int index = 0; index < predicted.length; index++) {
            double error = (double) predicted[index] - data.trainTargets().data()[index];
            sum += error * error;
        }
        return sum / predicted.length;
    }

    private TrainingStep step(Model model, double clipNorm) {
        return new TrainingStep(model.network(), data.trainInputs().shape(), model.loss(),
                model.optimizer().create(model.network().parameters()), clipNorm, model.compute());
    }

    private static Model model(OptimizerSpec optimizer) {
        Sequential network = Sequential.input(Shape.sequence(4, 1)).add(new LstmSpec(8)).add(new DenseSpec(1)).build(3);
        return Model.compile(network, optimizer, new MeanSquaredError());
    }

    private static String hash(Model model) {
        return WeightsHash.sha256(model.network().parameters());
    }

    private static List<Integer> sorted(List<Integer> order) {
        List<Integer> sorted = new ArrayList<>(order);
        Collections.sort(sorted);
        return sorted;
    }

    private static List<List<Float>> rows(Tensor inputs) {
        List<List<Float>> rows = new ArrayList<>();
        int size = inputs.data().length / inputs.batch();
        for (int row = 0; row < inputs.batch(); row++) {
            List<Float> values = new ArrayList<>();
            for (float value : Arrays.copyOfRange(inputs.data(), row * size, (row + 1) * size)) {
                values.add(value);
            }
            rows.add(values);
        }
        return rows;
    }
}
