package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class LossWeightsTest {

    private static final int BATCH = 5;
    private static final int STEPS = 3;
    private static final Shape ONE_EACH = Shape.of(Axis.batch(BATCH));
    private static final Shape EACH_STEP = Shape.of(Axis.batch(BATCH), Axis.steps(STEPS));

    /// One of each kind.
    static List<Loss> losses() {
        return List.of(new MeanSquaredError(), new Huber(), new SymmetricMeanAbsolutePercentageError(),
                new CosineSimilarity(), Quantiles.of(0.1, 0.9), WeightedSum.of(0.3, new LogCosh()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onesChangeNoBit(Loss loss) {
        Batch batch = Batch.draw(loss);
        Tensor ones = filled(EACH_STEP, 1);
        Tensor samples = filled(ONE_EACH, 1);
        for (LossWeights weights : List.of(LossWeights.of(ones), LossWeights.of(samples), LossWeights.masked(ones),
                new LossWeights(samples, ones))) {
            assertThat(loss.value(batch.prediction, batch.target, weights))
                    .isEqualTo(loss.value(batch.prediction, batch.target));
            assertThat(batch.gradient(loss, weights)).containsExactly(batch.gradient(loss, LossWeights.NONE));
        }
    }

    /// The rest of the batch has the bytes that it has alone.
    @ParameterizedTest
    @MethodSource("losses")
    void maskedSamplesAreAsIfNotThere(Loss loss) {
        Batch batch = Batch.draw(loss);
        Batch rest = batch.rows(0, BATCH - 1);
        batch.spoilSample(BATCH - 1);
        LossWeights weights = LossWeights.masked(Tensor.of(ONE_EACH, 1, 1, 1, 1, 0));

        assertThat(loss.value(batch.prediction, batch.target, weights))
                .isEqualTo(loss.value(rest.prediction, rest.target));
        float[] expected = Arrays.copyOf(rest.gradient(loss, LossWeights.NONE), batch.prediction.data().length);
        assertThat(batch.gradient(loss, weights)).containsExactly(expected);
    }

    /// The mean is still over all: four fifths of what the four others have alone.
    @ParameterizedTest
    @MethodSource("losses")
    void weightZeroRemovesSampleFromTheSumAlone(Loss loss) {
        Batch batch = Batch.draw(loss);
        Batch rest = batch.rows(0, BATCH - 1);
        batch.spoilSample(BATCH - 1);
        LossWeights weights = LossWeights.of(Tensor.of(ONE_EACH, 1, 1, 1, 1, 0));

        double alone = loss.value(rest.prediction, rest.target);
        assertThat(loss.value(batch.prediction, batch.target, weights) * BATCH / (BATCH - 1))
                .isCloseTo(alone, within(1e-14 * Math.abs(alone)));
        float[] gradient = batch.gradient(loss, weights);
        int outputs = gradient.length / BATCH;
        assertThat(Arrays.copyOfRange(gradient, gradient.length - outputs, gradient.length)).containsOnly(0f);
        assertThat(Arrays.copyOf(gradient, outputs)).doesNotContain(Float.NaN).isNotEqualTo(new float[outputs]);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void maskedStepsDoNotCount(Loss loss) {
        Batch batch = Batch.draw(loss);
        Tensor mask = filled(EACH_STEP, 1);
        for (int sample = 0; sample < BATCH; sample++) {
            mask.set(0, sample, STEPS - 1);
        }
        Batch shorter = batch.firstSteps(STEPS - 1);
        batch.spoilStep(STEPS - 1);
        assertThat(loss.value(batch.prediction, batch.target, LossWeights.masked(mask)))
                .isEqualTo(loss.value(shorter.prediction, shorter.target));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothingLeftTeachesNothing(Loss loss) {
        Batch batch = Batch.draw(loss);
        LossWeights nothing = LossWeights.masked(filled(ONE_EACH, 0));
        assertThat(loss.value(batch.prediction, batch.target, nothing)).isZero();
        assertThat(batch.gradient(loss, nothing)).containsOnly(0f);
    }

    @Test
    void weightsAndMaskMultiply() {
        LossWeights both = new LossWeights(Tensor.of(ONE_EACH, 1, 2, 3, 4, 5), Tensor.of(ONE_EACH, 1, 0, 1, 1, 1));
        Tensor prediction = Tensor.of(Shape.vector(1).withBatch(BATCH), 1, 1, 1, 1, 2);
        Tensor target = Tensor.zeros(prediction.shape());
        assertThat(new MeanAbsoluteError().value(prediction, target, both)).isEqualTo((1 + 3 + 4 + 10) / 4.0);
        assertThat(both.counted(prediction.shape())).isEqualTo(4);
        assertThat(both.total(prediction.shape())).isEqualTo(13);
    }

    @Test
    void mayBeFilledAnew() {
        Tensor tensor = filled(ONE_EACH, 1);
        LossWeights weights = LossWeights.of(tensor);
        Tensor prediction = filled(Shape.vector(1).withBatch(BATCH), 1);
        Tensor target = Tensor.zeros(prediction.shape());
        assertThat(new MeanAbsoluteError().value(prediction, target, weights)).isEqualTo(1);
        tensor.set(6, 0);
        assertThat(new MeanAbsoluteError().value(prediction, target, weights)).isEqualTo(2);
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        Batch batch = Batch.draw(new MeanSquaredError());
        for (Tensor wrong : List.of(filled(Shape.of(Axis.batch(BATCH - 1)), 1),
                filled(Shape.vector(1).withBatch(BATCH), 1),
                filled(batch.prediction.shape(), 1))) {
            assertThatThrownBy(
                    () -> new MeanSquaredError().value(batch.prediction, batch.target, LossWeights.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "predicts [batch 5, steps 3, features 2], but the weights are " + wrong.shape());
        }
    }

    @Test
    void refusesWeightsAndMasksThatAreNone() {
        Batch batch = Batch.draw(new MeanSquaredError());
        for (float wrong : new float[]{-1, Float.NaN, Float.POSITIVE_INFINITY}) {
            Tensor weights = Tensor.of(ONE_EACH, 1, 1, wrong, 1, 1);
            assertThatThrownBy(() -> batch.gradient(new MeanSquaredError(), LossWeights.of(weights)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weight 2 is " + wrong);
            assertThatThrownBy(() -> batch.gradient(new MeanSquaredError(), LossWeights.masked(weights)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("element 2 of the mask is " + wrong);
        }
    }

    /// A loss of the whole batch that knows nothing of weights.
    @Test
    void lossWithoutWeightsSaysSo() {
        Loss largest = new Loss() {

            @Override
            public String name() {
                return "largest";
            }

            @Override
            public double value(Tensor prediction, Tensor target) {
                return 7;
            }

            @Override
            public void gradient(Tensor prediction, Tensor target, Tensor gradient) {
                Arrays.fill(gradient.data(), 7);
            }
        };
        Batch batch = Batch.draw(largest);
        assertThat(largest.value(batch.prediction, batch.target, LossWeights.NONE)).isEqualTo(7);
        assertThat(batch.gradient(largest, LossWeights.NONE)).containsOnly(7);
        assertThatThrownBy(() -> batch.gradient(largest, LossWeights.of(filled(ONE_EACH, 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the loss largest takes no weights");
    }

    private static Tensor filled(Shape shape, float value) {
        Tensor tensor = Tensor.zeros(shape);
        Arrays.fill(tensor.data(), value);
        return tensor;
    }

    /// Predictions [batch, steps, 2] and their targets.
    private record Batch(Tensor prediction, Tensor target) {

        static Batch draw(Loss loss) {
            SplittableRandom random = new SplittableRandom(3);
            Tensor prediction = Tensor.zeros(Shape.sequence(STEPS, 2).withBatch(BATCH));
            Tensor target = Tensor.zeros(Shape.sequence(STEPS, loss.targets(2)).withBatch(BATCH));
            fill(prediction, random);
            fill(target, random);
            return new Batch(prediction, target);
        }

        private static void fill(Tensor tensor, SplittableRandom random) {
            for (int index = 0; index < tensor.data().length; index++) {
                tensor.data()[index] = random.nextFloat(-2, 2);
            }
        }

        Batch rows(int from, int to) {
            return new Batch(prediction.rows(from, to), target.rows(from, to));
        }

        Batch firstSteps(int steps) {
            return new Batch(firstSteps(prediction, steps), firstSteps(target, steps));
        }

        private static Tensor firstSteps(Tensor tensor, int steps) {
            int width = tensor.shape().last();
            Tensor part = Tensor.zeros(Shape.sequence(steps, width).withBatch(BATCH));
            for (int sample = 0; sample < BATCH; sample++) {
                System.arraycopy(tensor.data(), sample * STEPS * width, part.data(), sample * steps * width,
                        steps * width);
            }
            return part;
        }

        void spoilSample(int sample) {
            for (int step = 0; step < STEPS; step++) {
                spoil(sample, step);
            }
        }

        void spoilStep(int step) {
            for (int sample = 0; sample < BATCH; sample++) {
                spoil(sample, step);
            }
        }

        private void spoil(int sample, int step) {
            prediction.set(Float.POSITIVE_INFINITY, sample, step, 0);
            target.set(Float.NaN, sample, step, 0);
        }

        float[] gradient(Loss loss, LossWeights weights) {
            Tensor gradient = Tensor.zeros(prediction.shape());
            Arrays.fill(gradient.data(), 99); // what stood there before must not matter
            loss.gradient(prediction, target, weights, gradient);
            return gradient.data();
        }
    }
}
