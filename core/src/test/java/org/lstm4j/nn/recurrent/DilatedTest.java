package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.StepUse;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A dilated layer beside its inner layer run by hand.
class DilatedTest {

    private static final int BATCH = 3;
    private static final int STEPS = 7;
    private static final int FEATURES = 2;
    private static final int UNITS = 5;
    private static final Shape SAMPLE = Shape.sequence(STEPS, FEATURES);
    private static final LstmSpec LSTM = new LstmSpec(UNITS).withReturnSequences(true);
    /// Padding in front, a hole, padding at the end.
    private static final StepMask MASK = StepMask.of(new boolean[][]{
        {false, false, true, true, true, true, true}, {true, true, false, true, false, false, true},
        {true, true, true, true, true, false, false}});

    private final RandomStream random = new RandomStreams(3).stream("numbers");
    private final Tensor input = uniform(SAMPLE.withBatch(BATCH));

    /// h_t = x_t + h_{t−2}.
    @Test
    void sumsEverySecondStepWhereWeightsAreOne() {
        Dilated layer = summing(true, false);
        DilatedPass pass = layer.newPass(Shape.sequence(5, 1).withBatch(1), PassMode.TRAINING, Compute.shared());
        assertThat(pass.forward(numbers(5)).data()).containsExactly(1, 2, 4, 6, 9);
        pass.backward(Tensor.of(Shape.sequence(5, 1).withBatch(1), 1, 10, 100, 1000, 10_000));
        assertThat(pass.inputGradient().data()).containsExactly(10_101, 1_010, 10_100, 1_000, 10_000);
    }

    @Test
    void theLastStepKnowsItsPhaseOnly() {
        DilatedPass pass = summing(false, false)
                .newPass(Shape.sequence(5, 1).withBatch(1), PassMode.TRAINING, Compute.shared());
        assertThat(pass.forward(numbers(5)).data()).containsExactly(1 + 3 + 5);
        pass.backward(Tensor.of(Shape.vector(1).withBatch(1), 7));
        assertThat(pass.inputGradient().data()).containsExactly(7, 0, 7, 0, 7);
        assertThat(pass.forward(numbers(5), StepMask.ofLengths(5, 4)).data()).containsExactly(2 + 4);
        pass.backward(Tensor.of(Shape.vector(1).withBatch(1), 7));
        assertThat(pass.inputGradient().data()).containsExactly(0, 7, 0, 7, 0);
        assertThat(pass.forward(numbers(5), StepMask.ofLengths(5, 0)).data()).containsExactly(0);
    }

    @Test
    void goesBackwardsFromTheLastStep() {
        Shape batch = Shape.sequence(5, 1).withBatch(1);
        DilatedPass pass = summing(true, true).newPass(batch, PassMode.INFERENCE, Compute.shared());
        assertThat(pass.forward(numbers(5)).data()).containsExactly(5, 4, 5 + 3, 4 + 2, 5 + 3 + 1);
        StepMask mask = StepMask.ofLengths(5, 4);
        assertThat(pass.forward(numbers(5), mask).data()).containsExactly(0, 4, 3, 4 + 2, 3 + 1);
        StepMask turned = Objects.requireNonNull(pass.outputMask(mask));
        assertThat(turned.counts(0, 0)).isFalse();
        assertThat(turned.counts(0, 4)).isTrue();
        assertThat(summing(false, true).newPass(batch, PassMode.INFERENCE, Compute.shared()).forward(numbers(5))
                .data()).containsExactly(5 + 3 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 9, Integer.MAX_VALUE})
    void everyPhaseIsWhatTheInnerLayerMakesOfIt(int dilation) {
        Dilated layer = build(LSTM, dilation);
        Tensor output = inference(layer).forward(input);
        for (int row = 0; row < BATCH; row++) {
            for (int phase = 0; phase < Math.min(dilation, STEPS); phase++) {
                float[] alone = alone(layer.inner(), row, phase, dilation, StepMask.all(BATCH, STEPS));
                for (int step = phase, at = 0; at < alone.length; step += dilation, at += UNITS) {
                    assertThat(outputAt(output, row, step)).isEqualTo(Arrays.copyOfRange(alone, at, at + UNITS));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9})
    void aPhasePassesOverStepsThatDoNotCount(int dilation) {
        Dilated layer = build(LSTM, dilation);
        Tensor output = inference(layer).forward(input, MASK);
        for (int row = 0; row < BATCH; row++) {
            for (int phase = 0; phase < Math.min(dilation, STEPS); phase++) {
                float[] alone = alone(layer.inner(), row, phase, dilation, MASK);
                int at = 0;
                for (int step = phase; step < STEPS; step += dilation) {
                    boolean counts = MASK.counts(row, step);
                    assertThat(outputAt(output, row, step)).isEqualTo(
                            counts ? Arrays.copyOfRange(alone, at, at + UNITS) : new float[UNITS]);
                    at += counts ? UNITS : 0;
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "9, true"})
    void theLastStepIsThatOfTheWholeSequence(int dilation, boolean backwards) {
        LstmSpec spec = LSTM.withGoBackwards(backwards);
        Tensor every = inference(build(spec, dilation)).forward(input, MASK);
        Tensor last = inference(build(spec.withReturnSequences(false), dilation)).forward(input, MASK);
        int[] ends = backwards ? new int[]{STEPS - 1 - 2, STEPS - 1, STEPS - 1} : new int[]{6, 6, 4};
        for (int row = 0; row < BATCH; row++) {
            assertThat(Arrays.copyOfRange(last.data(), row * UNITS, (row + 1) * UNITS))
                    .isEqualTo(outputAt(every, row, ends[row]));
        }
    }

    static Stream<RecurrentSpec> innerLayers() {
        return Stream.of(LSTM, LSTM.withReturnSequences(false), LSTM.withGoBackwards(true),
                LSTM.withReturnSequences(false).withGoBackwards(true), LSTM.withProjection(3).withPeephole(true),
                LSTM.withInputDropout(0.3f).withRecurrentDropout(0.4f).withZoneout(0.2f, 0.3f),
                new GruSpec(4).withReturnSequences(true), new SimpleRnnSpec(17));
    }

    @ParameterizedTest
    @MethodSource("innerLayers")
    void withDilationOneItIsTheInnerLayerByteForByte(RecurrentSpec inner) {
        assertThat(trained(new DilatedSpec(inner, 1), null)).isEqualTo(trained(inner, null));
        assertThat(trained(new DilatedSpec(inner, 1), MASK)).isEqualTo(trained(inner, MASK));
    }

    @ParameterizedTest
    @MethodSource("innerLayers")
    void anyNumberOfThreadsGivesTheSameBytes(RecurrentSpec inner) {
        DilatedSpec spec = new DilatedSpec(inner, 3);
        try (WorkerPool one = new WorkerPool(1); WorkerPool three = new WorkerPool(3)) {
            assertThat(trained(spec, MASK, new Compute(LstmKernels.scalar(), three)))
                    .isEqualTo(trained(spec, MASK, new Compute(LstmKernels.scalar(), one)));
        }
    }

    @Test
    void aSequenceDoesNotDependOnItsNeighbours() {
        for (LstmSpec spec : new LstmSpec[]{LSTM, LSTM.withReturnSequences(false)}) {
            Dilated layer = build(spec, 3);
            float[] together = inference(layer).forward(input, MASK).copy().data();
            int numbers = together.length / BATCH;
            for (int row = 0; row < BATCH; row++) {
                Tensor one = input.rows(row, row + 1);
                boolean[] counts = new boolean[STEPS];
                for (int step = 0; step < STEPS; step++) {
                    counts[step] = MASK.counts(row, step);
                }
                assertThat(layer.newPass(one.shape(), PassMode.INFERENCE, Compute.shared())
                        .forward(one, StepMask.of(new boolean[][]{counts})).data())
                        .isEqualTo(Arrays.copyOfRange(together, row * numbers, (row + 1) * numbers));
            }
        }
    }

    /// Nothing of a masked batch stays in the one after.
    @Test
    void batchesDoNotDependOnEachOther() {
        for (LstmSpec spec : new LstmSpec[]{LSTM, LSTM.withReturnSequences(false)}) {
            DilatedPass pass = inference(build(spec, 2));
            float[] first = pass.forward(input).copy().data();
            assertThat(pass.forward(input, MASK).data()).isNotEqualTo(first);
            assertThat(pass.forward(input).data()).isEqualTo(first);
        }
    }

    @Test
    void saysWhichStepsOfItsOutputCount() {
        assertThat(inference(build(LSTM, 2)).outputMask(MASK)).isSameAs(MASK);
        assertThat(inference(build(LSTM, 2)).outputMask(null)).isNull();
        assertThat(inference(build(LSTM.withReturnSequences(false), 2)).outputMask(MASK)).isNull();
    }

    @Test
    void itsParametersAreThoseOfTheInnerLayer() {
        Dilated layer = build(LSTM, 4);
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("2.weight_ih_l0", "2.weight_hh_l0",
                "2.bias_l0");
        assertThat(layer.name()).isEqualTo("2 dilated");
        assertThat(layer.inputShape()).isEqualTo(SAMPLE);
        assertThat(layer.outputShape(Shape.sequence(9, FEATURES))).hasToString("[steps 9, units 5]");
        assertThat(layer.spec().stepUse()).isEqualTo(StepUse.ALL);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DilatedSpec(LSTM, 0)).withMessage(
                "the dilation must be at least 1 step, but was 0; with 1 every step goes on from the one before");
        assertThatIllegalArgumentException().isThrownBy(() -> new DilatedSpec(LSTM.withStateful(true), 2))
                .withMessage(
                        "the layer within a dilated one cannot keep its state from batch to batch, since its phases"
                                + " begin anew with every batch, but stateful is true; leave it false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DilatedSpec(LSTM, 2).build("1", Shape.vector(3), new RandomStreams(1)))
                .withMessageContaining("(dilated) takes sequences [steps, features]").withMessageContaining("layer 1");
        assertThatIllegalArgumentException().isThrownBy(() -> build(LSTM, 2).outputShape(Shape.sequence(4, 3)))
                .withMessageContaining("was built for [steps, features 2], but the input has [steps 4, features 3]");
    }

    @Test
    void refusesCallsThatDoNotFit() {
        DilatedPass pass = inference(build(LSTM, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> pass.forward(uniform(SAMPLE.withBatch(2))))
                .withMessage(
                        "the input of layer \"2 dilated\" has shape [batch 2, steps 7, features 2], but this pass was"
                                + " made for [batch 3, steps 7, features 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> pass.forward(input, StepMask.all(3, 4)))
                .withMessageContaining("the mask is [batch 3, steps 4]");
        Tensor gradient = uniform(Shape.sequence(STEPS, UNITS).withBatch(BATCH));
        pass.forward(input);
        assertThatIllegalStateException().isThrownBy(() -> pass.backward(gradient)).withMessageContaining("INFERENCE");
        assertThatIllegalStateException().isThrownBy(pass::inputGradient).withMessageContaining("no input gradient");
        DilatedPass training = build(LSTM, 2).newPass(input.shape(), PassMode.TRAINING, Compute.shared());
        assertThatIllegalStateException().isThrownBy(() -> training.backward(gradient))
                .withMessageContaining("needs a forward first");
        assertThatIllegalArgumentException().isThrownBy(() -> training.backward(input))
                .withMessageContaining(
                        "the output gradient of layer \"2 dilated\" has shape [batch 3, steps 7, features 2]");
    }

    /// One number in, one out, all weights 1, no bias, no activation, dilation 2.
    private static Dilated summing(boolean everyStep, boolean backwards) {
        SimpleRnnSpec spec = new SimpleRnnSpec(1).withBias(false).withActivation(Activation.LINEAR)
                .withSequence(new SequenceOptions(everyStep, backwards, false));
        Dilated layer = new DilatedSpec(spec, 2).build("0", Shape.sequence(5, 1), new RandomStreams(1));
        layer.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 1f));
        return layer;
    }

    /// 1, 2, 3, ….
    private static Tensor numbers(int steps) {
        Tensor numbers = Tensor.zeros(Shape.sequence(steps, 1).withBatch(1));
        for (int step = 0; step < steps; step++) {
            numbers.data()[step] = step + 1;
        }
        return numbers;
    }

    private static Dilated build(RecurrentSpec inner, int dilation) {
        return new DilatedSpec(inner, dilation).build("2", SAMPLE, new RandomStreams(1));
    }

    private static DilatedPass inference(Dilated layer) {
        return layer.newPass(SAMPLE.withBatch(BATCH), PassMode.INFERENCE, Compute.shared());
    }

    private static float[] outputAt(Tensor output, int row, int step) {
        int from = (row * STEPS + step) * UNITS;
        return Arrays.copyOfRange(output.data(), from, from + UNITS);
    }

    /// What the inner layer gives of the steps of a phase that count, as a sequence of their own.
    private float[] alone(RecurrentLayer inner, int row, int phase, int dilation, StepMask mask) {
        float[] steps = new float[STEPS * FEATURES];
        int count = 0;
        for (long step = phase; step < STEPS; step += dilation) {
            if (mask.counts(row, (int) step)) {
                System.arraycopy(input.data(), (row * STEPS + (int) step) * FEATURES, steps, count * FEATURES,
                        FEATURES);
                count++;
            }
        }
        if (count == 0) {
            return new float[0];
        }
        Tensor sequence = Tensor.of(Shape.sequence(count, FEATURES).withBatch(1),
                Arrays.copyOf(steps, count * FEATURES));
        return inner.newPass(sequence.shape(), PassMode.INFERENCE, Compute.shared()).forward(sequence).data();
    }

    private float[][] trained(LayerSpec spec, @Nullable StepMask mask) {
        return trained(spec, mask, Compute.shared());
    }

    /// Output and all gradients of two training steps.
    private float[][] trained(LayerSpec spec, @Nullable StepMask mask, Compute compute) {
        Layer layer = spec.build("0", SAMPLE, new RandomStreams(1));
        LayerPass pass = layer.newPass(input.shape(), PassMode.TRAINING, compute);
        Tensor gradient = Tensor.zeros(layer.outputShape(SAMPLE).withBatch(BATCH));
        for (int index = 0; index < gradient.data().length; index++) {
            gradient.data()[index] = 1f / (index + 1);
        }
        float[] output = {};
        for (int turn = 0; turn < 2; turn++) {
            output = (mask == null ? pass.forward(input) : pass.forward(input, mask)).data();
            pass.backward(gradient);
        }
        return Stream.concat(Stream.of(output, pass.inputGradient().data()),
                layer.parameters().stream().map(Parameter::gradient)).toArray(float[][]::new);
    }

    private Tensor uniform(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
