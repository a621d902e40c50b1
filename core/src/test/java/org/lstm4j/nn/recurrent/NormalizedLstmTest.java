package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// An LSTM with layer normalisation: numbers to be worked out by hand, and what threads, neighbours and repetition must not change.
class NormalizedLstmTest {

    private static final float OPEN = 100f;
    private static final float SHUT = -100f;
    /// ε moves a result that far.
    private static final double NEARLY = 1e-3;

    /// Two units whose input and output gates are open and whose forget gates are shut, so that c is the candidate g; all linear.
    private static Lstm twoUnits() {
        Lstm lstm = new LstmSpec(2).withReturnSequences(true).withLayerNormalization(true)
                .withActivation(Activation.LINEAR).withRecurrentActivation(Activation.HARD_SIGMOID)
                .build("0", Shape.sequence(2, 1), new RandomStreams(1));
        LstmWeights weights = lstm.weights();
        set(weights.inputWeights(), 0, 0, 0, 0, 1, -1, 0, 0); // i, f, g, o of both units
        set(weights.recurrentWeights(), 0, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0.5f, 0, 0, 0, 0);
        set(weights.bias(), OPEN, OPEN, SHUT, SHUT, 0, 0, OPEN, OPEN);
        return lstm;
    }

    /// Of the eight numbers of W x two are not 0, x and −x: mean 0, variance x²/4, so that g = ±2 whatever x is. That is c, whose mean is
    /// 0 and variance 4, and h = ±1. Then U h is ±1/2 in the same two places, which gives ±2 once more: c = ±4, and h = ±1.
    @Test
    void normalizesBothProductsOverAllGatesAndTheCellStateOverTheUnits() {
        for (float x : new float[]{3f, 300f}) {
            RecurrentPass pass = pass(twoUnits(), 1, 2);
            assertNearly(pass.forward(sequence(x, 7f * x)).data(), 1, -1, 1, -1);
            RecurrentState state = pass.newState();
            pass.finalState(state);
            assertNearly(state.cell().data(), 4, -4);
        }
    }

    /// g = ±2·3 + ±2·5 in the second step; h = 2·(±1) + 1/2. The second unit's shift is 0.
    @Test
    void scalesAndShiftsByWhatIsLearnt() {
        Lstm lstm = twoUnits();
        LstmNormalizationWeights learnt = Objects.requireNonNull(lstm.weights().normalization());
        set(learnt.inputGain(), 1, 1, 1, 1, 3, 3, 1, 1);
        set(learnt.hiddenGain(), 1, 1, 1, 1, 5, 5, 1, 1);
        set(learnt.cellGain(), 2, 2);
        set(learnt.cellShift(), 0.5f, 0);
        RecurrentPass pass = pass(lstm, 1, 2);
        // U h is (1.25, −1): mean 1/32, variance (1.25² + 1)/8 − 1/1024
        double deviation = Math.sqrt((1.25 * 1.25 + 1) / 8 - 1.0 / 1024);
        assertNearly(pass.forward(sequence(4, 4)).data(), 2.5, -2, 2.5, -2);
        RecurrentState state = pass.newState();
        pass.finalState(state);
        assertNearly(state.cell().data(), 6 + 5 * (1.25 - 1.0 / 32) / deviation, -6 + 5 * (-1 - 1.0 / 32) / deviation);
    }

    /// Numbers that are all the same normalise to 0: without ε they were 0/0.
    @Test
    void givesTheShiftsWhereAllNumbersAreTheSame() {
        RecurrentPass pass = pass(twoUnits(), 1, 2);
        assertThat(pass.forward(sequence(0, 0)).data()).containsExactly(0f, 0f, 0f, 0f);
    }

    @Test
    void beginsWithGainsOfOneAndShiftsOfZero() {
        Lstm lstm = new LstmSpec(2).withLayerNormalization(true).build("0", Shape.sequence(2, 1), new RandomStreams(1));
        assertThat(lstm.parameters()).extracting(Parameter::name).containsExactly("0.weight_ih_l0", "0.weight_hh_l0",
                "0.bias_l0", "0.gain_ih_l0", "0.gain_hh_l0", "0.gain_c_l0", "0.shift_c_l0");
        assertThat(lstm.parameters().get(2).value()).as("forget bias").containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
        for (int gain = 3; gain < 6; gain++) {
            assertThat(lstm.parameters().get(gain).value()).containsOnly(1f).hasSize(gain < 5 ? 8 : 2);
        }
        assertThat(lstm.parameters().get(6).value()).containsExactly(0f, 0f);
        assertThat(lstm.isPlainInInference()).isFalse();
    }

    @Test
    void doesNotGoTogetherWithPeepholes() {
        LstmSpec normalized = new LstmSpec(2).withLayerNormalization(true);
        assertThatIllegalArgumentException().isThrownBy(() -> normalized.withPeephole(true)).withMessage(
                "layer normalization and peepholes do not go together, but a cell was given both; leave one of them out");
    }

    /// Units that fill a block and units that do not; masks, so that threads' rows have different lengths.
    @Test
    void theSameBytesHoweverThreadsShareRows() {
        for (int units : new int[]{5, 32, 50}) {
            List<float[]> expected = train(units, 1);
            for (int threads : new int[]{2, 3}) {
                List<float[]> actual = train(units, threads);
                for (int array = 0; array < expected.size(); array++) {
                    assertThat(actual.get(array)).as("%d units, %d threads, array %d", units, threads, array)
                            .isEqualTo(expected.get(array));
                }
            }
        }
    }

    /// Outputs and gradients of two rounds, since arrays keep what the first one left.
    private static List<float[]> train(int units, int threads) {
        int batch = 13;
        Shape sample = Shape.sequence(4, 3);
        Lstm lstm = new LstmSpec(units).withReturnSequences(true).withLayerNormalization(true)
                .build("0", sample, new RandomStreams(1));
        SplittableRandom random = new SplittableRandom(2);
        List<float[]> results = new ArrayList<>();
        try (WorkerPool workers = new WorkerPool(threads)) {
            Shape output = lstm.outputShape(sample).withBatch(batch);
            RecurrentSharing sharing = new RecurrentSharing(RowShares.of(batch, threads, Long.MAX_VALUE), false);
            RecurrentPass pass = new RecurrentPass(lstm, sample.withBatch(batch), output, PassMode.TRAINING,
                    new Compute(LstmKernels.scalar(), workers), WalkDirection.FORWARDS, sharing);
            StepMask mask = StepMask.ofLengths(4, 4, 1, 0, 2, 4, 3, 3, 1, 2, 4, 4, 0, 1);
            for (int round = 0; round < 2; round++) {
                results.add(pass.forward(filled(sample.withBatch(batch), random), mask).data().clone());
                pass.backward(filled(output, random));
                results.add(pass.inputGradient().data().clone());
            }
        }
        lstm.parameters().forEach(parameter -> results.add(parameter.gradient()));
        return results;
    }

    @Test
    void neighboursChangeNoByte() {
        Shape sample = Shape.sequence(4, 3);
        Lstm lstm = new LstmSpec(18).withLayerNormalization(true).build("0", sample, new RandomStreams(1));
        Tensor rows = filled(sample.withBatch(9), new SplittableRandom(3));
        float[] together = inference(lstm, rows);
        for (int row = 0; row < 9; row++) {
            assertThat(inference(lstm, rows.rows(row, row + 1)))
                    .isEqualTo(Arrays.copyOfRange(together, 18 * row, 18 * row + 18));
        }
    }

    @Test
    void forwardAndBackwardAllocateNothing() {
        Lstm lstm = new LstmSpec(18).withLayerNormalization(true).withProjection(5)
                .build("0", Shape.sequence(4, 3), new RandomStreams(1));
        Compute compute = new Compute(LstmKernels.scalar(), new WorkerPool(1));
        RecurrentPass pass = lstm.newPass(Shape.sequence(4, 3).withBatch(3), PassMode.TRAINING, compute);
        Tensor input = filled(Shape.sequence(4, 3).withBatch(3), new SplittableRandom(4));
        assertThat(fewestBytes(() -> pass.backward(pass.forward(input)))).isZero();
    }

    /// Of many runs: the JVM itself may allocate on a thread now and then.
    private static long fewestBytes(Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int run = 0; run < 300; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step.run();
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }

    private static void assertNearly(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int index = 0; index < expected.length; index++) {
            assertThat((double) actual[index]).as("number %d", index).isCloseTo(expected[index], within(NEARLY));
        }
    }

    private static RecurrentPass pass(Lstm lstm, int batch, int steps) {
        return lstm.newPass(Shape.sequence(steps, 1).withBatch(batch), PassMode.INFERENCE, Compute.shared());
    }

    private static float[] inference(Lstm lstm, Tensor input) {
        return lstm.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input).copy().data();
    }

    private static Tensor sequence(float... steps) {
        return Tensor.of(Shape.sequence(steps.length, 1).withBatch(1), steps);
    }

    private static void set(Parameter parameter, float... values) {
        System.arraycopy(values, 0, parameter.value(), 0, parameter.value().length);
    }

    private static Tensor filled(Shape shape, SplittableRandom random) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = (float) random.nextDouble(-1, 1);
        }
        return tensor;
    }
}
