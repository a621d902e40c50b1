package org.lstm4j.nn.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.inference.Predictor;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class SegmentLstmTest {

    private static final SegmentWindow RICH = SegmentSamples.RICH;
    private static final SegmentLstmSpec SPEC = new SegmentLstmSpec(RICH, 6).withLayers(2).withOutputs(2);

    @Test
    void givesANumberForEachStepAndOutput() {
        Sequential network = SegmentSamples.network(SPEC);
        assertThat(network.outputShape().toString()).isEqualTo("[outputs 14]");
        assertThat(SegmentSamples.run(network, SegmentSamples.inputs(RICH, 2), PassMode.INFERENCE)).hasSize(28);
    }

    /// By hand: no past or position to speak of, so h is that of a zero state and a zero input, 0; the head's bias is left.
    @Test
    void saysTheBiasOfTheHeadWhereAllElseIsZero() {
        SegmentLstmSpec spec = new SegmentLstmSpec(new SegmentWindow(4, 3, 2), 2).withOutputs(2);
        Sequential network = Sequential.input(spec.window().sample()).add(spec).build(1);
        network.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 0f));
        float[] bias = network.parameters().getLast().value();
        for (int place = 0; place < bias.length; place++) {
            bias[place] = place + 1;
        }
        Tensor input = SegmentSamples.inputs(spec.window(), 1);
        assertThat(SegmentSamples.run(network, input, PassMode.INFERENCE)).containsExactly(1, 2, 3, 4, 1, 2);
    }

    @Test
    void doesNotReadObservedChannelsAtTheHorizonNorCategoriesAfterTheFirstStep() {
        Tensor inputs = SegmentSamples.inputs(RICH, 2);
        float[] expected = SegmentSamples.run(SegmentSamples.network(SPEC), inputs, PassMode.INFERENCE);
        for (int index = 0; index < inputs.data().length; index++) {
            int step = index / RICH.channels() % RICH.steps();
            int channel = index % RICH.channels();
            boolean observed = channel < RICH.observed();
            boolean category = channel >= RICH.observed() + RICH.known();
            if ((observed && step >= RICH.lookback()) || (category && step > 0)) {
                inputs.data()[index] = Float.NaN;
            }
        }
        assertThat(SegmentSamples.run(SegmentSamples.network(SPEC), inputs, PassMode.INFERENCE)).isEqualTo(expected);
    }

    @Test
    void readsEveryOtherChannelOfEveryStepThatFillsASegment() {
        Sequential network = SegmentSamples.network(SPEC);
        float[] before = SegmentSamples.run(network, SegmentSamples.inputs(RICH, 1), PassMode.INFERENCE);
        for (int step = 0; step < RICH.steps(); step++) {
            for (int channel = 0; channel < RICH.observed() + RICH.known(); channel++) {
                Tensor moved = SegmentSamples.inputs(RICH, 1);
                moved.data()[step * RICH.channels() + channel] += 1;
                float[] after = SegmentSamples.run(network, moved, PassMode.INFERENCE);
                boolean read = step < RICH.lookback() ? step >= RICH.skipped() : channel >= RICH.observed();
                assertThat(!Arrays.equals(after, before)).as("step %s, channel %s", step, channel).isEqualTo(read);
            }
        }
    }

    /// What is known of a segment of the future tells only of its own steps: segments are told side by side.
    @Test
    void tellsEachSegmentOfTheFutureByItself() {
        Sequential network = SegmentSamples.network(SPEC.withOutputs(1));
        Tensor inputs = SegmentSamples.inputs(RICH, 1);
        float[] before = SegmentSamples.run(network, inputs, PassMode.INFERENCE);
        int secondSegment = (RICH.lookback() + RICH.segment()) * RICH.channels();
        inputs.data()[secondSegment + RICH.observed()] += 1;
        float[] after = SegmentSamples.run(network, inputs, PassMode.INFERENCE);
        for (int step = 0; step < RICH.horizon(); step++) {
            assertThat(after[step] != before[step]).as("step %s", step).isEqualTo(step / RICH.segment() == 1);
        }
    }

    @Test
    void sampleDoesNotDependOnItsNeighboursNorOnThreads() {
        Sequential network = SegmentSamples.network(SPEC.withDropout(0.5f));
        Tensor inputs = SegmentSamples.inputs(RICH, 37);
        float[] together = SegmentSamples.run(network, inputs, PassMode.INFERENCE);
        int told = together.length / 37;
        for (int first = 0, count = 1; first < 37; first += count, count = Math.min(count + 3, 37 - first)) {
            float[] part = SegmentSamples.run(network, SegmentSamples.part(inputs, first, count), PassMode.INFERENCE);
            assertThat(part).isEqualTo(Arrays.copyOfRange(together, first * told, (first + count) * told));
        }
        assertThat(SegmentSamples.run(network, inputs, PassMode.INFERENCE, 3)).isEqualTo(together);
        assertThat(Predictor.of(network).predict(inputs).data()).isEqualTo(together);
        assertThat(SegmentSamples.run(network, inputs, PassMode.EXPLAINING)).isEqualTo(together);
    }

    @Test
    void gradientsDoNotDependOnThreadsOrKernels() {
        SegmentWindow window = new SegmentWindow(24, 20, 4).withKnown(1);
        SegmentLstmSpec spec = new SegmentLstmSpec(window, 40);
        Tensor inputs = SegmentSamples.inputs(window, 70);
        List<float[]> expected = gradients(spec, inputs, new Compute(LstmKernels.scalar(), new WorkerPool(1)));
        for (int threads = 1; threads < 4; threads++) {
            assertThat(gradients(spec, inputs, Compute.withThreads(threads))).containsExactlyElementsOf(expected);
        }
    }

    private static List<float[]> gradients(SegmentLstmSpec spec, Tensor inputs, Compute compute) {
        Sequential network = SegmentSamples.network(spec);
        try (compute) {
            LayerPass pass = network.newPass(inputs.shape(), PassMode.TRAINING_ON_DATA, compute);
            pass.backward(pass.forward(inputs));
        }
        return network.parameters().stream().map(Parameter::gradient).toList();
    }

    @Test
    void zeroHeadBeginsWithZeros() {
        for (Initialization initialization : Initialization.values()) {
            SegmentLstmSpec spec = SPEC.withInitialization(initialization);
            Tensor inputs = SegmentSamples.inputs(RICH, 2);
            Sequential zero = Sequential.input(RICH.sample()).add(spec.withZeroHead(true)).build(1);
            assertThat(SegmentSamples.run(zero, inputs, PassMode.INFERENCE)).containsOnly(0f);
            Sequential other = Sequential.input(RICH.sample()).add(spec).build(1);
            assertThat(SegmentSamples.run(other, inputs, PassMode.INFERENCE)).doesNotContain(0f);
            assertThat(zero.parameters().getFirst().value()).isEqualTo(other.parameters().getFirst().value());
        }
    }

    @Test
    void dropsHiddenStatesInTrainingOnly() {
        Sequential network = SegmentSamples.network(SPEC.withDropout(0.5f));
        Tensor inputs = SegmentSamples.inputs(RICH, 2);
        float[] first = SegmentSamples.run(network, inputs, PassMode.TRAINING);
        assertThat(SegmentSamples.run(network, inputs, PassMode.TRAINING)).isNotEqualTo(first);
        assertThat(SegmentSamples.run(network, inputs, PassMode.INFERENCE)).isNotEqualTo(first);
        assertThat(SegmentSamples.network(SPEC).layers().getFirst().streams()).isEmpty();
    }

    /// A run that goes on draws what the unbroken run would.
    @Test
    void drawsFromTheStreamItTellsOf() {
        Tensor inputs = SegmentSamples.inputs(RICH, 2);
        Sequential one = SegmentSamples.network(SPEC.withDropout(0.5f));
        Sequential other = SegmentSamples.network(SPEC.withDropout(0.5f));
        SegmentSamples.run(one, inputs, PassMode.TRAINING);
        RandomStream from = one.layers().getFirst().streams().getFirst();
        other.layers().getFirst().streams().getFirst().continueAt(from.key(), from.position());
        float[] expected = SegmentSamples.run(one, inputs, PassMode.TRAINING);
        assertThat(SegmentSamples.run(other, inputs, PassMode.TRAINING)).isEqualTo(expected);
    }

    /// Embedding 3·4·6 + 6, two LSTM layers of 4·6·(6 + 6 + 1), positions 3·3, categories (4 + 3)·3, known 3·2·6 + 6, head 6·6 + 6.
    @Test
    void hasTheParametersOfItsParts() {
        Sequential network = SegmentSamples.network(SPEC);
        assertThat(network.parameterCount()).isEqualTo(78 + 2 * 312 + 9 + 21 + 42 + 42);
        assertThat(network.parameters()).extracting(Parameter::name).containsExactly(
                "0.embedding.weight", "0.embedding.bias", "0.lstm.0.weight_ih_l0", "0.lstm.0.weight_hh_l0",
                "0.lstm.0.bias_l0", "0.lstm.1.weight_ih_l0", "0.lstm.1.weight_hh_l0", "0.lstm.1.bias_l0",
                "0.positions", "0.category.0", "0.category.1", "0.known.weight", "0.known.bias", "0.head.weight",
                "0.head.bias");
    }

    @Test
    void summaryNamesItsParts() {
        assertThat(SegmentSamples.network(SPEC).summary()).isEqualTo("""
                layer           output shape                    parameters  reads
                ----------------------------------------------------------------------
                input           [batch, steps 18, features 6]            0
                0 segment_lstm  [batch, outputs 14]                    816
                  embedding     [batch, segments 3, units 6]            78  the past
                  lstm          [batch, segments 3, units 6]           312
                  lstm          [batch, segments 3, units 6]           312
                  positions     [batch, segments 3, units 6]            30  categories
                  known         [batch, segments 3, units 6]            42  the future
                  head          [batch, segments 3, outputs 6]          42
                ----------------------------------------------------------------------
                total                                                  816
                """);
    }

    @Test
    void stepAllocatesNothing() {
        Sequential network = SegmentSamples.network(SPEC.withDropout(0.1f));
        Tensor inputs = SegmentSamples.inputs(RICH, 3);
        LayerPass pass = network.newPass(inputs.shape(), PassMode.TRAINING,
                new Compute(LstmKernels.scalar(), new WorkerPool(1)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int run = 0; run < 300; run++) { // the JVM itself may allocate on a thread now and then
            long before = threads.getCurrentThreadAllocatedBytes();
            pass.backward(pass.forward(inputs));
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    @Test
    void refusesAnUnknownCategory() {
        Sequential network = SegmentSamples.network(SPEC);
        for (float value : new float[]{3, -1, 0.5f, Float.NaN}) {
            Tensor inputs = SegmentSamples.inputs(RICH, 2);
            inputs.data()[RICH.sample().elements() + 5] = value;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SegmentSamples.run(network, inputs, PassMode.INFERENCE))
                    .withMessage("channel 5 of layer \"0 segment_lstm\" holds category 1, but is " + value
                            + " at sample 1, step 0 (counted from 0); it must be a whole number from 0 to 2: number the"
                            + " categories from 0, or build the layer for more of them");
        }
    }

    @Test
    void refusesSamplesOfAnotherShape() {
        for (Shape sample : List.of(Shape.sequence(17, 6), Shape.sequence(18, 5), Shape.vector(108))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Sequential.input(sample).add(SPEC).build(1))
                    .withMessage("layer \"0 segment_lstm\" takes samples of 11 + 7 steps with 2 observed, 2 known and 2"
                            + " category channels, [steps 18, features 6], but would get " + sample
                            + "; cut the windows so, or build the layer for them");
        }
    }

    @Test
    void refusesAMaskOfSteps() {
        Tensor inputs = SegmentSamples.inputs(RICH, 1);
        LayerPass pass = SegmentSamples.network(SPEC).newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared());
        assertThatIllegalArgumentException().isThrownBy(() -> pass.forward(inputs, StepMask.all(1, RICH.steps())))
                .withMessage("layer \"0 segment_lstm\" reads whole segments and takes no mask of steps; fill what is"
                        + " missing, and say where by an observed channel of 0 and 1");
    }

    @Test
    void refusesBackwardWithoutForwardAndInputGradientOfData() {
        Tensor inputs = SegmentSamples.inputs(RICH, 1);
        LayerPass pass = SegmentSamples.network(SPEC).layers().getFirst().newPass(inputs.shape(),
                PassMode.TRAINING_ON_DATA, Compute.shared());
        Tensor gradient = pass.forward(inputs);
        pass.backward(gradient);
        assertThatIllegalStateException().isThrownBy(() -> pass.backward(gradient))
                .withMessageContaining("once after each forward");
        assertThatIllegalStateException().isThrownBy(pass::inputGradient).withMessageContaining("PassMode.TRAINING");
    }
}
