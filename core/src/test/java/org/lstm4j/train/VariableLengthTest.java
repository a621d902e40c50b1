package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.metric.ErrorMetrics;

/// Sequences of different lengths that are trained on, judged and predicted, with lengths given beside the samples.
class VariableLengthTest {

    private static final int STEPS = 5;
    private static final int[] LENGTHS = {5, 2, 3, 1, 4, 4, 2};
    private static final int COUNT = LENGTHS.length;
    private static final Shape SAMPLE = Shape.sequence(STEPS, 2);

    private final RandomStream random = new RandomStreams(9).stream("numbers");
    /// Padded with zeros, which no step that counts has.
    private final Tensor inputs = uniform(SAMPLE.withBatch(COUNT));
    private final Tensor stepTargets = uniform(Shape.of(Axis.steps(STEPS), new Axis("outputs", 1)).withBatch(COUNT));
    private final Tensor targets = uniform(Shape.vector(1).withBatch(COUNT));

    VariableLengthTest() {
        pad(inputs, 0f);
    }

    @Test
    void lengthsTeachWhatAMaskingLayerTeaches() {
        for (boolean everyStep : new boolean[]{false, true}) {
            Tensor wanted = everyStep ? stepTargets : targets;
            Model masking = model(true, everyStep);
            Model plain = model(false, everyStep);
            copyWeights(masking, plain);
            History expected = masking.fit(inputs, wanted, options());
            History history = plain.fit(Samples.of(inputs, wanted).withLengths(LENGTHS), options());
            assertThat(history.epochs().getLast().loss()).isEqualTo(expected.epochs().getLast().loss());
            assertThat(history.epochs().getLast().logs()).isEqualTo(expected.epochs().getLast().logs());
            assertThat(weights(plain)).isDeepEqualTo(weights(masking));
        }
    }

    @Test
    void whatStandsInPaddingDoesNotMatter() {
        Model clean = model(false, true);
        clean.fit(Samples.of(inputs, stepTargets).withLengths(LENGTHS), options());
        Model dirty = model(false, true);
        pad(inputs, Float.NaN);
        pad(stepTargets, Float.NaN);
        Samples samples = Samples.of(inputs, stepTargets).withLengths(LENGTHS);
        dirty.fit(samples, options());
        assertThat(weights(dirty)).isDeepEqualTo(weights(clean));
        assertThat(dirty.evaluate(samples)).isFinite();
    }

    /// Weighted by steps that count within a batch, of which there is one here.
    @Test
    void lossAndMetricsAreThoseOfTheStepsThatCount() {
        Model model = model(false, true);
        Samples samples = Samples.of(inputs, stepTargets).withLengths(LENGTHS);
        double sum = 0;
        int steps = 0;
        for (int row = 0; row < COUNT; row++) {
            Tensor said = model.predict(alone(inputs, row));
            for (int step = 0; step < LENGTHS[row]; step++) {
                double error = said.get(0, step, 0) - stepTargets.get(row, step, 0);
                sum += error * error;
                steps++;
            }
        }
        assertThat(model.evaluate(samples)).isCloseTo(sum / steps, within(1e-6));
        assertThat(model.evaluateAll(samples).get("mse")).isCloseTo(sum / steps, within(1e-6));
    }

    /// One batch an epoch, so that the loss before its update is the loss of all.
    @Test
    void metricsWhileFittingLeaveOutStepsThatDoNotCount() {
        Model model = model(false, true);
        History.Epoch first = model.fit(Samples.of(inputs, stepTargets).withLengths(LENGTHS),
                FitOptions.epochs(1).withBatchSize(COUNT)).epochs().getLast();
        assertThat(first.logs().get("mse")).isCloseTo(first.loss(), within(1e-6));
    }

    @Test
    void aPredictionIsThatOfTheSequenceAlone() {
        for (boolean everyStep : new boolean[]{false, true}) {
            Model model = model(false, everyStep);
            Tensor together = model.predict(inputs, StepMask.ofLengths(STEPS, LENGTHS));
            int size = together.data().length / COUNT;
            for (int row = 0; row < COUNT; row++) {
                float[] alone = model.predict(alone(inputs, row)).data();
                assertThat(Arrays.copyOfRange(together.data(), row * size, row * size + alone.length))
                        .as("sequence %d", row).isEqualTo(alone);
            }
        }
    }

    @Test
    void lengthsGoWithWeightsAndParts() {
        Tensor weights = uniform(Shape.of(Axis.batch(COUNT)));
        Samples one = Samples.of(inputs, targets).withLengths(LENGTHS).withWeights(weights);
        Samples other = Samples.of(inputs, targets).withWeights(weights).withLengths(LENGTHS);
        assertThat(model(false, false).evaluate(one)).isEqualTo(model(false, false).evaluate(other));
        Model split = model(false, false);
        History history = split.fit(one, options().withValidationSplit(0.4));
        Samples part = new SampleRange(one, 4, COUNT);
        assertThat(history.epochs().getLast().logs().get("val_loss")).isEqualTo(split.evaluate(part));
    }

    @Test
    void refusesLengthsThatAreNotThoseOfTheSamples() {
        Samples samples = Samples.of(inputs, targets);
        assertThatIllegalArgumentException().isThrownBy(() -> samples.withLengths(1, 2))
                .withMessage("there are 7 samples, but the mask is of 2; say for each sample which steps count, or how"
                        + " many");
        assertThatIllegalArgumentException().isThrownBy(() -> samples.withLengths(1, 2, 3, 4, 5, 6, 7))
                .withMessage(
                        "sequence 5 has length 6, but must have 0 to 5 steps; pad the data to the longest sequence");
        assertThatIllegalArgumentException().isThrownBy(() -> samples.withMask(StepMask.all(COUNT, 4)))
                .withMessageContaining("the mask is [batch 7, steps 4], but the input is [batch 7, steps 5");
        assertThatIllegalStateException().isThrownBy(() -> samples.copyMask(0, StepMask.all(1, STEPS), 0))
                .withMessageContaining("implement copyMask");
    }

    @Test
    void aStepTakesAMaskOfItsOwnSizeOnly() {
        Sequential network = model(false, false).network();
        TrainingStep step = new TrainingStep(network, inputs.shape(), new MeanSquaredError(),
                new Adam(0.01).create(network.parameters()), 1, Compute.shared());
        StepMask mask = StepMask.ofLengths(STEPS, LENGTHS);
        double masked = step.run(inputs, targets, LossWeights.NONE, mask);
        assertThat(masked).isEqualTo(
                model(false, false).evaluate(Samples.of(inputs, targets).withMask(mask)), within(1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.run(inputs, targets, LossWeights.NONE, StepMask.all(2, STEPS)))
                .withMessageContaining("the mask is [batch 2, steps 5]");
    }

    private static Model model(boolean masking, boolean everyStep) {
        Sequential.Builder builder = Sequential.input(SAMPLE);
        if (masking) {
            builder.add(new MaskingSpec());
        }
        Sequential network = builder.add(new LstmSpec(6).withReturnSequences(true))
                .add(new LstmSpec(4).withReturnSequences(everyStep)).add(new DenseSpec(1)).build(4);
        return Model.compile(network, new Adam(0.01), new MeanSquaredError(), List.of(ErrorMetrics.MSE));
    }

    private static FitOptions options() {
        return FitOptions.epochs(3).withBatchSize(3);
    }

    private static void copyWeights(Model from, Model to) {
        for (int index = 0; index < to.network().parameters().size(); index++) {
            float[] value = from.network().parameters().get(index).value();
            System.arraycopy(value, 0, to.network().parameters().get(index).value(), 0, value.length);
        }
    }

    private static float[][] weights(Model model) {
        return model.network().parameters().stream().map(Parameter::value).toArray(float[][]::new);
    }

    private static Tensor alone(Tensor padded, int row) {
        int width = padded.shape().last();
        Tensor one = Tensor.zeros(Shape.sequence(LENGTHS[row], width).withBatch(1));
        System.arraycopy(padded.data(), row * STEPS * width, one.data(), 0, one.data().length);
        return one;
    }

    private static void pad(Tensor tensor, float value) {
        int width = tensor.shape().last();
        for (int row = 0; row < COUNT; row++) {
            Arrays.fill(tensor.data(), (row * STEPS + LENGTHS[row]) * width, (row + 1) * STEPS * width, value);
        }
    }

    private Tensor uniform(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 0.1f + 0.9f * random.nextFloat();
        }
        return tensor;
    }
}
