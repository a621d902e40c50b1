package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.BidirectionalPass;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The merge modes of bidirectional layers: the shipped layer against the textbook, and that against central differences.
class BidirectionalGradientTest {

    private static final double TOLERANCE = 1e-4;
    private static final double DIFFERENCE_TOLERANCE = 1e-6;
    private static final int UNITS = 3;
    private static final int STEPS = 4;
    private static final Shape BATCH = Shape.sequence(STEPS, 2).withBatch(2);
    private static final StepMask MASK = StepMask.of(new boolean[][]{{true, true, false, true},
        {false, true, true, false}});

    @ParameterizedTest
    @EnumSource
    void agreesWithTheTextbook(MergeMode merge) {
        for (boolean everyStep : new boolean[]{true, false}) {
            Run run = new Run(merge, everyStep);
            Worst values = run.values();
            assertThat(values.error()).as("%s", values).isLessThan(TOLERANCE);
            Worst gradients = run.gradients(MergeFault.NONE);
            assertThat(gradients.error()).as("%s", gradients).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTextbookMeetsCentralDifferences(MergeMode merge) {
        Worst worst = new Run(merge, true).differences(MergeFault.NONE);
        assertThat(worst.error()).as("%s", worst).isLessThan(DIFFERENCE_TOLERANCE);
    }

    static Stream<MergeFault> faults() {
        return Arrays.stream(MergeFault.values()).filter(fault -> fault.merge() != null);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void bothFindAPlantedFault(MergeFault fault) {
        Run run = new Run(Objects.requireNonNull(fault.merge()), true);
        Worst gradients = run.gradients(fault);
        assertThat(gradients.error()).as("%s", gradients).isGreaterThan(100 * TOLERANCE);
        Worst differences = run.differences(fault);
        assertThat(differences.error()).as("%s", differences).isGreaterThan(1000 * DIFFERENCE_TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void everyMergeModeHasAFault(MergeMode merge) {
        assertThat(faults()).extracting(MergeFault::merge).contains(merge);
    }

    /// One layer on one batch. The loss is the sum of all outputs, each times a random number.
    private static final class Run {

        private final MergeMode merge;
        private final LstmSpec spec;
        private final Bidirectional layer;
        private final Tensor input = LayerCheck.input(BATCH, 3);
        private final double[] x = Floats.doubles(input.data());
        private final List<double[]> weights = new ArrayList<>();
        private final Tensor outputWeights;

        Run(MergeMode merge, boolean everyStep) {
            this.merge = merge;
            spec = new LstmSpec(UNITS).withReturnSequences(everyStep);
            layer = new BidirectionalSpec(spec, merge).build("0", BATCH.withoutBatch(), new RandomStreams(1));
            SplittableRandom random = new SplittableRandom(7);
            for (Parameter parameter : layer.parameters()) {
                for (int index = 0; index < parameter.value().length; index++) {
                    parameter.value()[index] = (float) random.nextDouble(-0.8, 0.8);
                }
                weights.add(Floats.doubles(parameter.value()));
            }
            outputWeights = LayerCheck.input(layer.outputShape(BATCH.withoutBatch()).withBatch(2), 5);
        }

        Worst values() {
            Book book = new Book(MergeFault.NONE);
            double[] expected = Arrays.stream(book.output).mapToDouble(scalar -> scalar.value).toArray();
            Worst worst = new Worst();
            worst.seeRelative("output", expected, Floats.doubles(pass().forward(input, MASK).data()));
            return worst;
        }

        Worst gradients(MergeFault fault) {
            Book book = new Book(fault);
            book.loss().differentiate();
            BidirectionalPass pass = pass();
            layer.parameters().forEach(Parameter::zeroGradient);
            pass.forward(input, MASK);
            pass.backward(outputWeights);
            Worst worst = new Worst();
            worst.seeRelative("input", book.inputGradient(), Floats.doubles(pass.inputGradient().data()));
            for (int index = 0; index < weights.size(); index++) {
                Parameter parameter = layer.parameters().get(index);
                worst.seeRelative(parameter.name(), gradients(book.weights().get(index)),
                        Floats.doubles(parameter.gradient()));
            }
            return worst;
        }

        Worst differences(MergeFault fault) {
            Book book = new Book(fault);
            book.loss().differentiate();
            List<CheckedTensor> tensors = new ArrayList<>();
            tensors.add(new CheckedTensor("input", List.of(x), List.of(book.inputGradient())));
            for (int index = 0; index < weights.size(); index++) {
                tensors.add(new CheckedTensor(layer.parameters().get(index).name(), List.of(weights.get(index)),
                        List.of(gradients(book.weights().get(index)))));
            }
            return new CentralDifferences(() -> new Book(fault).loss().value, new SplittableRandom(9))
                    .check(tensors, 100);
        }

        private BidirectionalPass pass() {
            return layer.newPass(BATCH, PassMode.TRAINING, ShippedKernels.SCALAR.compute());
        }

        private static double[] gradients(Scalar[] scalars) {
            return Arrays.stream(scalars).mapToDouble(Scalar::gradient).toArray();
        }

        /// Both directions by the textbook.
        private final class Book {

            private final TextbookBatch forward = direction(spec, weights.subList(0, 3));
            private final TextbookBatch backward = direction(spec.withGoBackwards(true), weights.subList(3, 6));
            final Scalar[] output;

            Book(MergeFault fault) {
                List<Scalar> merged = new ArrayList<>();
                for (int from = 0; from < forward.output.length; from += UNITS) {
                    int row = from / UNITS;
                    int turned = spec.returnSequences() ? row / STEPS * STEPS + STEPS - 1 - row % STEPS : row;
                    merged.addAll(
                            List.of(fault.merged(merge, part(forward.output, row), part(backward.output, turned))));
                }
                output = merged.toArray(Scalar[]::new);
            }

            private TextbookBatch direction(LstmSpec direction, List<double[]> ofDirection) {
                Variant variant = new Variant(direction, 1, true, BATCH, MASK, false);
                int rows = direction.returnSequences() ? 2 * STEPS : 2;
                double[] states = new double[2 * UNITS];
                VariantNumbers numbers = new VariantNumbers(
                        x, states, states, ofDirection, new double[rows * UNITS], states, states);
                return new TextbookBatch(variant, numbers, new VariantNoise(variant, 1), TextbookFault.NONE);
            }

            private static Scalar[] part(Scalar[] values, int row) {
                return Arrays.copyOfRange(values, row * UNITS, (row + 1) * UNITS);
            }

            Scalar loss() {
                Scalar loss = Scalar.of(0);
                for (int index = 0; index < output.length; index++) {
                    loss = loss.plus(output[index].times(outputWeights.data()[index]));
                }
                return loss;
            }

            List<Scalar[]> weights() {
                return Stream.concat(forward.weights.stream(), backward.weights.stream()).toList();
            }

            double[] inputGradient() {
                double[] sum = gradients(forward.input);
                double[] other = gradients(backward.input);
                Arrays.setAll(sum, index -> sum[index] + other[index]);
                return sum;
            }
        }
    }
}
