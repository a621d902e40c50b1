package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.ErrorMetrics;

/// Batches weigh by what counts in them: means over them are those of one batch.
class LossMeanTest {

    private static final int STEPS = 4;
    private static final int[] LENGTHS = {4, 4, 1, 0, 2};
    private static final Shape SAMPLE = Shape.sequence(STEPS, 1);
    private static final Shape TARGET = Shape.of(Axis.steps(STEPS), new Axis("outputs", 1));
    private static final FitOptions PAIRS = FitOptions.epochs(1).withShuffle(false).withBatchSize(2);

    /// Five sequences of 4, 4, 1, 0 and 2 steps that count: in pairs, 8, 1 and 2.
    private final Samples samples = padded();

    private static Samples padded() {
        Tensor inputs = Tensor.zeros(SAMPLE.withBatch(LENGTHS.length));
        Tensor targets = Tensor.zeros(TARGET.withBatch(LENGTHS.length));
        for (int row = 0; row < LENGTHS.length; row++) {
            for (int step = 0; step < LENGTHS[row]; step++) {
                inputs.set(1f + row, row, step, 0);
                targets.set(3f * row - step, row, step, 0);
            }
        }
        return Samples.of(inputs, targets);
    }

    private static Model model(double rate) {
        Sequential network = Sequential.input(SAMPLE).add(new MaskingSpec())
                .add(new SimpleRnnSpec(3).withReturnSequences(true)).add(new DenseSpec(1)).build(2);
        return Model.compile(network, new Sgd(rate), new MeanSquaredError(), List.of(ErrorMetrics.MSE));
    }

    private static double together(Samples samples) {
        Batch all = Batch.of(samples, LENGTHS.length);
        all.gather(samples, new int[]{0, 1, 2, 3, 4}, 0);
        return model(1e-30).trainOnBatch(all.inputs(), all.targets(), all.weights());
    }

    /// A batch of 2 and one of 1 mean 3 and 6, the first over 6 of its 8 steps, the second over all 4.
    @Test
    void masksDecideWhatABatchWeighs() {
        LossMean mean = new LossMean();
        Tensor two = Tensor.zeros(TARGET.withBatch(2));
        Tensor mask = Tensor.of(Shape.of(Axis.batch(2), Axis.steps(STEPS)), 1, 1, 1, 1, 0, 0, 1, 1);
        mean.add(3, two, LossWeights.masked(mask), 0.5);
        mean.add(6, Tensor.zeros(TARGET.withBatch(1)), LossWeights.NONE, 2);
        assertThat(mean.value()).isEqualTo((3 * 6 + 6 * 4) / 10.0 + (0.5 * 2 + 2) / 3);
    }

    @Test
    void weightsDoNot() {
        LossMean mean = new LossMean();
        Tensor two = Tensor.zeros(TARGET.withBatch(2));
        mean.add(3, two, LossWeights.of(Tensor.of(Shape.of(Axis.batch(2)), 5, 7)), 0);
        mean.add(6, Tensor.zeros(TARGET.withBatch(1)), LossWeights.NONE, 0);
        assertThat(mean.value()).isEqualTo(4);
    }

    @Test
    void penaltiesAreLeftWhereMasksLeaveNothing() {
        LossMean mean = new LossMean();
        Tensor mask = Tensor.zeros(Shape.of(Axis.batch(2)));
        mean.add(0, Tensor.zeros(TARGET.withBatch(2)), LossWeights.masked(mask), 0.25);
        assertThat(mean.value()).isEqualTo(0.25);
    }

    @Test
    void anEpochHasTheLossOfAllSamplesInOneBatch() {
        List<Double> means = new ArrayList<>();
        History.Epoch epoch = model(1e-30).fit(samples, PAIRS, new Callback() {
            @Override
            public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
                means.add(meanLoss);
            }
        }).epochs().getFirst();
        assertThat(epoch.loss()).isCloseTo(together(samples), within(1e-6));
        assertThat(epoch.metrics().get("mse")).isCloseTo(epoch.loss(), within(1e-6));
        assertThat(means).hasSize(3).last().isEqualTo(epoch.loss());
    }

    @Test
    void anEpochOfWeightedSamplesHasTheLossOfAllInOneBatch() {
        Tensor weights = Tensor.of(Shape.of(Axis.batch(LENGTHS.length)), 1, 0, 2, 5, 0.5f);
        Samples weighted = samples.withWeights(weights);
        double loss = model(1e-30).fit(weighted, PAIRS).epochs().getFirst().loss();
        assertThat(loss).isCloseTo(together(weighted), within(1e-6));
    }

    /// 70 sequences, so that evaluation comes in batches of 64 and 6; only one of the first counts.
    @Test
    void anEvaluationHasTheLossOfAllSamplesInOneBatch() {
        Tensor inputs = Tensor.zeros(SAMPLE.withBatch(70));
        Tensor targets = Tensor.zeros(TARGET.withBatch(70));
        Arrays.fill(inputs.data(), 63 * STEPS, 70 * STEPS, 1f);
        Arrays.fill(targets.data(), 65 * STEPS, 70 * STEPS, 3f);
        Model model = model(1e-30);
        double loss = model.evaluate(inputs, targets);
        assertThat(loss).isCloseTo(model.trainOnBatch(inputs, targets), within(1e-6));
        assertThat(loss).isCloseTo(model.evaluateAll(Samples.of(inputs, targets)).get("mse"), within(1e-6));
    }

    /// The update of three batches has one that is not full, and one of which masks leave little.
    @Test
    void accumulatedBatchesTeachWhatOneBatchTeaches() {
        Model apart = model(0.1);
        Model whole = model(0.1);
        apart.fit(samples, PAIRS.withGradientAccumulation(3));
        whole.fit(samples, PAIRS.withBatchSize(5));
        for (int index = 0; index < apart.network().parameters().size(); index++) {
            assertThat(apart.network().parameters().get(index).value()).usingComparatorWithPrecision(1e-6f)
                    .containsExactly(whole.network().parameters().get(index).value());
        }
    }
}
